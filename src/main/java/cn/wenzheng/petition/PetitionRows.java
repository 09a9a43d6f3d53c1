package cn.wenzheng.petition;

import cn.wenzheng.organization.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The write side of the petition's tables. */
@Component
class PetitionRows {

    private final JdbcAggregateTemplate aggregates;
    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Clock clock;

    PetitionRows(JdbcAggregateTemplate aggregates, JdbcClient jdbc, JdbcOperations batches, Clock clock) {
        this.aggregates = aggregates;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** WZ, the day in the city, and six or more digits that only grow. */
    List<String> nextNumbers(int many) {
        String day = LocalDate.now(clock).toString().replace("-", "");
        return jdbc
                .sql("SELECT nextval('petition_number') FROM generate_series(1, ?)")
                .param(many)
                .query(Long.class)
                .list()
                .stream()
                .map(next -> "WZ-%s-%06d".formatted(day, next))
                .toList();
    }

    Petition petition(String number) {
        Petition found = aggregates.findById(number, Petition.class);
        if (found == null) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** Held until the transaction ends: who decides about it, signs for it or takes a decision back does so one by one. */
    Petition held(String number) {
        return jdbc
                .sql("SELECT number FROM petition WHERE number = ? FOR NO KEY UPDATE")
                .param(number)
                .query(String.class)
                .stream()
                .map(this::petition)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** A petition that the channel's item or the sender's key has brought in before. */
    Optional<Petition> earlier(Intake intake) {
        if (intake.externalId() == null && intake.idempotencyKey() == null) {
            return Optional.empty();
        }
        Criteria same = Criteria.where("channel")
                .is(intake.channel().name())
                .and("account")
                .is(intake.account());
        Criteria known = Criteria.empty();
        if (intake.externalId() != null) {
            known = known.or("externalId").is(intake.externalId());
        }
        if (intake.idempotencyKey() != null) {
            known = known.or("idempotencyKey").is(intake.idempotencyKey());
        }
        List<Petition> found = aggregates.findAll(Query.query(same.and(known)), Petition.class);
        if (found.size() > 1) {
            throw Refusal.conflict("same-id-other-body");
        }
        return found.stream().findFirst();
    }

    /**
     * Writes new petitions with their words, as many statements for all of them as for one.
     *
     * @param intakes what each of them was made of, in the same order
     * @throws DuplicateKeyException when the same item has come in meanwhile
     */
    void insert(List<Petition> petitions, List<Intake> intakes) {
        try {
            aggregates.insertAll(petitions);
        } catch (DbActionExecutionException failed) {
            throw failed.getCause() instanceof DuplicateKeyException overtaken ? overtaken : failed;
        }
        List<Object[]> words = new ArrayList<>();
        for (int one = 0; one < petitions.size(); one++) {
            words.add(wordsOf(petitions.get(one).number, intakes.get(one)));
        }
        batches.batchUpdate("""
                INSERT INTO petition_content (petition, title, text, address, latitude, longitude, petitioner_name,
                    petitioner_phone, petitioner_email, redacted_title, redacted_text, redacted_address)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", words);
    }

    private static @Nullable Object[] wordsOf(String number, Intake intake) {
        Petitioner petitioner = intake.petitioner();
        return new Object[] {
            number,
            intake.title(),
            intake.text(),
            intake.address(),
            intake.latitude(),
            intake.longitude(),
            petitioner.name(),
            petitioner.phone(),
            petitioner.email(),
            petitioner.hiddenIn(intake.title()),
            petitioner.hiddenIn(intake.text()),
            petitioner.hiddenIn(intake.address())
        };
    }

    void update(Petition petition) {
        aggregates.update(petition);
    }

    /** What is thought later takes the place of what was thought before; what the sender has chosen stays. */
    void suggest(String number, @Nullable String category) {
        jdbc.sql("""
                UPDATE petition SET suggested_category = coalesce(?, suggested_category)
                WHERE number = ? AND status = 'RECEIVED' AND NOT topic_by_sender
                    AND suggested_category IS DISTINCT FROM coalesce(?, suggested_category)""").params(category, number, category).update();
    }

    void choose(String number, String category) {
        jdbc.sql("UPDATE petition SET suggested_category = ?, topic_by_sender = true WHERE number = ?")
                .params(category, number)
                .update();
    }

    /** Whoever has read it before writes nothing over this. */
    boolean endanger(String number) {
        return jdbc.sql("""
                UPDATE petition SET urgency = 'LIFE', version = version + 1
                WHERE number = ? AND status = 'RECEIVED' AND urgency <> 'LIFE'""").param(number).update() > 0;
    }

    void addEntry(
            String number,
            Instant at,
            @Nullable Instant saidAt,
            TimelineEvent event,
            @Nullable String unit,
            String person,
            boolean forCitizen,
            @Nullable String text,
            @Nullable String note) {
        jdbc.sql("""
                INSERT INTO timeline_entry (petition, at, said_at, event, unit, person, for_citizen, told_from, text, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        Timestamp.from(at),
                        timestamp(saidAt),
                        event.name(),
                        unit,
                        person,
                        forCitizen,
                        timestamp(Withheld.until()),
                        text,
                        note)
                .update();
    }

    /** That petitions have come in, for the citizen to see. */
    void addReceived(Collection<String> numbers, Instant at, String person) {
        jdbc.sql("""
                INSERT INTO timeline_entry (petition, at, event, person, for_citizen)
                SELECT unnest(?::text[]), ?, ?, ?, true""")
                .params(numbers.toArray(String[]::new), Timestamp.from(at), TimelineEvent.RECEIVED.name(), person)
                .update();
    }

    /** The petitioner never reads of what he has not been told yet. */
    void hideUntold(String number, Instant now) {
        jdbc.sql("UPDATE timeline_entry SET for_citizen = false WHERE petition = ? AND told_from > ?")
                .params(number, Timestamp.from(now))
                .update();
    }

    /** True when this person has answered the petition, for a unit or at once, or the one that leads its matter. */
    boolean hasHandled(Petition petition, String person) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM timeline_entry WHERE person = ? AND event IN (?, ?) AND petition IN (
                    ?, (SELECT lead FROM matter WHERE number = ?)))""")
                .params(person, TimelineEvent.HANDLED.name(), TimelineEvent.ANSWERED_AT_ONCE.name())
                .params(petition.number, petition.matter)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    void forgetDrafts(String number) {
        jdbc.sql("DELETE FROM draft WHERE petition = ?").param(number).update();
    }

    Optional<String> queryCode(String number) {
        return jdbc.sql("SELECT query_code FROM petition WHERE number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }
}
