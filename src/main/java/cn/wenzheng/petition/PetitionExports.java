package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionOrder.Sorting;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out a list of petitions as a whole, cut and masked as the list itself.
 *
 * <p>It is in the journal before the first line is out, whether the reader takes all of it or not.
 */
@Component
public class PetitionExports {

    /** A slow reader holds a connection as long as he reads; the others of the pool stay for the work. */
    private static final int AT_ONCE = 4;

    private final ListRows lists;
    private final OrganizationDesk organization;
    private final Journal journal;
    private final PlatformTransactionManager transactions;
    private final Semaphore places = new Semaphore(AT_ONCE);

    PetitionExports(
            ListRows lists, OrganizationDesk organization, Journal journal, PlatformTransactionManager transactions) {
        this.lists = lists;
        this.organization = organization;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Where the lines go. */
    @FunctionalInterface
    public interface Taker {

        /** Takes one line; the next one is read when it returns. */
        void take(PetitionLine line) throws IOException;
    }

    /** Opens the way out; asked when nothing can be refused any more. */
    @FunctionalInterface
    public interface Opening {
        Taker open() throws IOException;
    }

    /**
     * Writes the journal, then hands out every petition of the list this person may see.
     *
     * @param format the code of the file's format, for the journal
     * @throws Refusal when too many lists are on their way out already
     */
    public void export(PetitionFilter filter, Sorting sorting, String format, Actor actor, Opening opening)
            throws IOException {
        if (!places.tryAcquire()) {
            throw Refusal.tooMany("exports-busy");
        }
        try {
            Reader reader = Reader.of(actor, organization);
            ListConditions conditions =
                    lists.conditions(filter, organization.categoriesWithin(filter.category()), reader);
            note(filter, format, conditions, actor);
            Taker taker = opening.open();
            handOut(conditions, sorting, reader, taker);
        } finally {
            places.release();
        }
    }

    private void note(PetitionFilter filter, String format, ListConditions conditions, Actor actor) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            Map<String, Object> facts = new HashMap<>(filter.facts());
            facts.put("format", format);
            facts.put("rows", lists.count(conditions));
            journal.done(actor, "petitions-exported", null, Map.of(), facts);
        });
    }

    private void handOut(ListConditions conditions, Sorting sorting, Reader reader, Taker taker) throws IOException {
        DefaultTransactionDefinition reading = new DefaultTransactionDefinition();
        reading.setReadOnly(true);
        TransactionStatus transaction = transactions.getTransaction(reading);
        try {
            lists.each(conditions, sorting, reader, taker);
        } finally {
            transactions.rollback(transaction);
        }
    }
}
