package cn.wenzheng.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;

/** What a caller hears of what went wrong. */
class FaultsTest {

    @Test
    void whatSomebodyElseHasChangedIsAConflictHoweverDeepItLies() {
        Fault fault = Faults.of(new IllegalStateException(
                new IllegalStateException(new OptimisticLockingFailureException("changed by another"))));
        assertThat(fault.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(fault.slug()).isEqualTo("changed-meanwhile");
    }
}
