package cn.wenzheng.organization;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register of topics and of the units that answer for them: administrators keep it, auditors read it. */
@Component
public class TopicRegister {

    private final TopicRows rows;
    private final DutyRegister duties;
    private final UnitRows units;
    private final CityChanges changes;
    private final Journal journal;
    private final Clock clock;

    TopicRegister(
            TopicRows rows, DutyRegister duties, UnitRows units, CityChanges changes, Journal journal, Clock clock) {
        this.rows = rows;
        this.duties = duties;
        this.units = units;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    /** The open topics with their duties. */
    public List<Category> topics(Actor actor) {
        CityChanges.requireReader(actor);
        return KeptTopic.open(rows.all());
    }

    /** One topic; a closed one can still be looked at. */
    public KeptTopic topic(String code, Actor actor) {
        CityChanges.requireReader(actor);
        Map<String, KeptTopic> all = rows.all();
        KeptTopic kept = all.get(code);
        if (kept == null) {
            throw Refusal.notFound();
        }
        return new KeptTopic(kept.topic().asLeaf(isLeaf(all, code)), kept.closedAt());
    }

    public void add(
            @Nullable String code,
            @Nullable String name,
            @Nullable String parent,
            @Nullable String keywords,
            Term term,
            Actor actor) {
        changes.byAdmin(actor, () -> {
            Category topic = read(TopicRules.code("code", code), name, parent, keywords, term, null);
            Map<String, KeptTopic> all = rows.all();
            if (all.containsKey(topic.code())) {
                throw Refusal.invalid("code", "topic-code-taken", topic.code());
            }
            check(all, topic);
            put(null, topic, actor);
            return topic;
        });
    }

    /** Names, moves or describes the topic anew; its duty stays. */
    public void change(
            String code,
            @Nullable String name,
            @Nullable String parent,
            @Nullable String keywords,
            Term term,
            Actor actor) {
        changes.byAdmin(actor, () -> {
            Map<String, KeptTopic> all = rows.all();
            Category before = openOne(all, code);
            Category topic = read(code, name, parent, keywords, term, before);
            check(all, topic);
            put(before, topic, actor);
            return topic;
        });
    }

    /** @param unit who answers for the topic in the whole city from now on; null leaves a gap in the directory */
    public void setDuty(String code, @Nullable String unit, @Nullable String clause, Actor actor) {
        changes.byAdmin(actor, () -> {
            Map<String, KeptTopic> all = rows.all();
            Category before = openOne(all, code);
            Category topic = before.withDuty(
                    Limits.optional("unit", unit, UnitRules.LONGEST_CODE),
                    Limits.optional("clause", clause, TopicRules.LONGEST_CLAUSE));
            check(all, topic);
            put(before, topic, actor);
            return topic;
        });
    }

    /** Closes a topic without topics below it; the petitions about it keep its name. */
    public void close(String code, Actor actor) {
        changes.byAdmin(actor, () -> {
            Map<String, KeptTopic> all = rows.all();
            Category topic = openOne(all, code);
            if (!isLeaf(all, code)) {
                throw Refusal.conflict("topic-has-topics-below", topic.name());
            }
            rows.close(code, clock.instant());
            journal.done(actor, "topic-closed", null, facts(topic), Map.of("category", code));
            return topic;
        });
    }

    private static boolean isLeaf(Map<String, KeptTopic> all, String code) {
        return all.values().stream()
                .noneMatch(other -> other.isOpen() && code.equals(other.topic().parent()));
    }

    private static Category openOne(Map<String, KeptTopic> all, String code) {
        KeptTopic kept = all.get(code);
        if (kept == null) {
            throw Refusal.notFound();
        }
        if (!kept.isOpen()) {
            throw Refusal.conflict("topic-closed", code);
        }
        return kept.topic();
    }

    private static Category read(
            String code,
            @Nullable String name,
            @Nullable String parent,
            @Nullable String keywords,
            Term term,
            @Nullable Category before) {
        return new Category(
                code,
                Limits.required("name", name, TopicRules.LONGEST_NAME),
                Limits.optional("parent", parent, TopicRules.LONGEST_CODE),
                true,
                before == null ? null : before.unit(),
                TopicRules.keywords(keywords),
                before == null ? null : before.clause(),
                term);
    }

    private void check(Map<String, KeptTopic> all, Category topic) {
        Set<String> answerable = new CityState(units.all(), Map.of(), Map.of()).answerableUnits();
        new TopicRules(all, List.of(new Wanted<>(0, topic)), Set.of(), answerable)
                .problems().stream().findFirst().ifPresent(problem -> {
                    throw problem.reason();
                });
    }

    /** Writes a checked topic, new or changed; nothing when it is so already. */
    void put(@Nullable Category before, Category after, Actor actor) {
        if (before == null) {
            rows.insert(after);
            journal.done(actor, "topic-added", null, Map.of(), facts(after));
            return;
        }
        if (!after.withDuty(before.unit(), before.clause()).equals(before)) {
            rows.update(after);
            Map<String, Object> now = facts(after);
            now.put("changed", changedWords(before, after));
            journal.done(actor, "topic-changed", null, facts(before), now);
        }
        if (!Objects.equals(before.unit(), after.unit()) || !Objects.equals(before.clause(), after.clause())) {
            duties.putCityWide(after.code(), after.unit(), after.clause(), actor);
        }
    }

    private static List<String> changedWords(Category before, Category after) {
        List<String> changed = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        if (!before.keywords().equals(after.keywords())) {
            changed.add("keywords");
        }
        return changed;
    }

    private static Map<String, Object> facts(Category topic) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", topic.code());
        if (topic.parent() != null) {
            facts.put("parent", topic.parent());
        }
        if (topic.unit() != null) {
            facts.put("unit", topic.unit());
        }
        if (topic.term().from() != null) {
            facts.put("validFrom", topic.term().from().toString());
        }
        if (topic.term().to() != null) {
            facts.put("validTo", topic.term().to().toString());
        }
        return facts;
    }
}
