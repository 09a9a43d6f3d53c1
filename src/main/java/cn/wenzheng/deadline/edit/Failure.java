package cn.wenzheng.deadline.edit;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** What may go wrong with a batch, and what of it may stand in the log. */
final class Failure {

    private Failure() {}

    /** A database that is away for a while is no fault of a limit. */
    static void rethrowIfOfTheDatabase(RuntimeException failed) {
        if (failed instanceof TransactionException
                || failed instanceof TransientDataAccessException
                || failed instanceof RecoverableDataAccessException
                || failed instanceof NonTransientDataAccessResourceException) {
            throw failed;
        }
    }

    /** Its kind alone: a message may quote what stands in a row. */
    static String cause(RuntimeException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed).getClass().getName();
    }
}
