package cn.wenzheng.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the current transaction has to say of petitions that have come in: many may come in at once, and all of it is written
 * in one statement, before anything else is said and before the commit. It is forgotten together with the transaction.
 */
final class PostsOfTransaction implements TransactionSynchronization {

    private final Consumer<List<Post>> writing;
    private final List<Post> posts = new ArrayList<>();

    private PostsOfTransaction(Consumer<List<Post>> writing) {
        this.writing = writing;
    }

    /** Keeps a post until it is written; at once where there is no transaction. */
    static void add(Post post, Consumer<List<Post>> writing) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            writing.accept(List.of(post));
            return;
        }
        PostsOfTransaction kept = current();
        if (kept == null) {
            kept = new PostsOfTransaction(writing);
            TransactionSynchronizationManager.registerSynchronization(kept);
        }
        kept.posts.add(post);
    }

    /** Writes what is kept, if anything is. */
    static void write() {
        PostsOfTransaction kept = current();
        if (kept != null) {
            kept.beforeCommit(false);
        }
    }

    private static @Nullable PostsOfTransaction current() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(PostsOfTransaction.class::isInstance)
                .map(PostsOfTransaction.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!posts.isEmpty()) {
            List<Post> written = List.copyOf(posts);
            posts.clear();
            writing.accept(written);
        }
    }
}
