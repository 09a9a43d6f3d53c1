package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.SourceRef;
import cn.wenzheng.channel.inbox.InboundRows.Kept;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of where a citizen spoke: where his answers go, and a public post as it stood. */
@Component
class SourceRows {

    private static final int ID = 100;
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    SourceRows(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Evidence of a post as it is kept, which a reading may make whole. */
    private record Evidence(
            String text, Instant saidAt, @Nullable String page) {}

    /**
     * What was said and has become a petition.
     *
     * @param whole false when the item may leave out what a reading will find
     */
    record Said(String petition, Kept kept, Inbound item, boolean whole) {}

    /** As many statements for all of them as for one. */
    void keep(List<Said> said, Instant now) {
        batches.batchUpdate("""
                INSERT INTO petition_source (petition, conversation, message, post, comment, page, is_public, state,
                    checked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", said.stream().map(one -> place(one, now)).toList());
        List<Object[]> evidence = said.stream()
                .filter(one -> one.item().publicSource())
                .map(one -> evidence(one, now))
                .toList();
        if (!evidence.isEmpty()) {
            batches.batchUpdate("""
                    INSERT INTO source_evidence (petition, text, said_at, page, pictures, digest, taken_at, whole)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", evidence);
        }
    }

    private static @Nullable Object[] place(Said said, Instant now) {
        SourceRef source = said.item().source();
        boolean isPublic = said.item().publicSource();
        return new Object[] {
            said.petition(),
            said.kept().conversation(),
            said.kept().message(),
            postOf(source),
            commentOf(source),
            pageOf(source),
            isPublic,
            isPublic ? "PRESENT" : null,
            isPublic ? Timestamp.from(now) : null
        };
    }

    private static @Nullable Object[] evidence(Said said, Instant now) {
        Inbound item = said.item();
        String page = pageOf(item.source());
        String text = ItemWords.clean(item.text());
        return new Object[] {
            said.petition(),
            text,
            Timestamp.from(item.submittedAt()),
            page,
            item.media().size(),
            digest(page, item.submittedAt(), item, text),
            Timestamp.from(now),
            said.whole()
        };
    }

    /**
     * Adds what a push has left out of a post: its pictures, where a comment stands, what is passed on. Words that were heard
     * stay as they were heard.
     *
     * @return false when it is whole already, and nothing was changed
     */
    boolean complete(String petition, long message, Inbound item) {
        Evidence kept = jdbc.sql("""
                SELECT text, said_at, page FROM source_evidence
                WHERE petition = ? AND NOT whole
                  AND EXISTS (SELECT 1 FROM petition_source s WHERE s.petition = source_evidence.petition
                              AND s.message = ?)
                FOR UPDATE""")
                .params(petition, message)
                .query((row, n) -> new Evidence(
                        row.getString("text"), row.getTimestamp("said_at").toInstant(), row.getString("page")))
                .optional()
                .orElse(null);
        if (kept == null) {
            return false;
        }
        String said = ItemWords.clean(item.text());
        String text = said.startsWith(kept.text()) ? said : kept.text();
        String page = kept.page() == null ? pageOf(item.source()) : kept.page();
        jdbc.sql(
                        "UPDATE source_evidence SET text = ?, page = ?, pictures = ?, digest = ?, whole = true WHERE petition = ?")
                .params(text, page, item.media().size(), digest(page, kept.saidAt(), item, text), petition)
                .update();
        jdbc.sql("""
                UPDATE petition_source SET post = ?, comment = ?, page = ?
                WHERE petition = ? AND post IS NULL""")
                .params(postOf(item.source()), commentOf(item.source()), page, petition)
                .update();
        return true;
    }

    private static byte[] digest(@Nullable String page, Instant saidAt, Inbound item, String text) {
        return Digests.of(Arrays.asList(
                page, saidAt, item.media().stream().map(MediaRef::id).toList(), text));
    }

    private static @Nullable String postOf(@Nullable SourceRef source) {
        return source == null ? null : Digests.within(ID, source.post());
    }

    private static @Nullable String commentOf(@Nullable SourceRef source) {
        return source == null || source.comment() == null ? null : Digests.within(ID, source.comment());
    }

    private static @Nullable String pageOf(@Nullable SourceRef source) {
        String page = source == null ? null : source.address();
        return page == null || page.length() > PAGE ? null : page;
    }
}
