package cn.wenzheng.organization;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one change of the city after the other, whatever the node: the rules look at many rows (one head a unit, no
 * circle, the last administrator), and changes are few.
 */
@Component
class CityChanges {

    private final JdbcClient jdbc;
    private final OrganizationDesk desk;
    private final TransactionTemplate transaction;

    CityChanges(JdbcClient jdbc, OrganizationDesk desk, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.transaction = transaction;
    }

    /** Who keeps the city. */
    static void requireAdmin(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    /** Who may see how the city is kept. */
    static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.AUDITOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    <T extends @Nullable Object> T byAdmin(Actor actor, Supplier<T> change) {
        requireAdmin(actor);
        return oneByOne(change);
    }

    /** The lock lets petitions be assigned meanwhile; this node knows of the change as soon as it is committed. */
    <T extends @Nullable Object> T oneByOne(Supplier<T> change) {
        return transaction.execute(status -> {
            jdbc.sql("LOCK TABLE unit IN SHARE ROW EXCLUSIVE MODE").update();
            forgetAfterCommit();
            return change.get();
        });
    }

    /** For a change that concerns nobody else and waits for no other. */
    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                desk.forget();
            }
        });
    }
}
