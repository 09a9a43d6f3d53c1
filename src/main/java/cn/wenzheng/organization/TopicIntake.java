package cn.wenzheng.organization;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Topics from a table; with the columns of the duty it is the whole directory in one file. */
final class TopicIntake implements Intake<Category> {

    private final CityState city;

    TopicIntake(CityState city) {
        this.city = city;
    }

    @Override
    public Category read(RowReader row) {
        String code = row.read("code", cell -> TopicRules.code("code", cell), "");
        Category before = before(code);
        return new Category(
                code,
                row.read("name", cell -> Limits.required("name", cell, TopicRules.LONGEST_NAME), ""),
                row.cell("parent"),
                true,
                row.has("unit") || before == null ? row.cell("unit") : before.unit(),
                row.has("keywords") || before == null
                        ? row.read("keywords", TopicRules::keywords, List.of())
                        : before.keywords(),
                row.has("clause") || before == null ? clause(row) : before.clause(),
                row.has("from") || row.has("to") || before == null ? row.term("from", "to") : before.term());
    }

    private static @Nullable String clause(RowReader row) {
        return row.readOptional("clause", cell -> Limits.optional("clause", cell, TopicRules.LONGEST_CLAUSE));
    }

    @Override
    public @Nullable Category before(String key) {
        KeptTopic kept = city.topics().get(key);
        return kept == null ? null : kept.topic();
    }

    @Override
    public String key(Category topic) {
        return topic.code();
    }

    @Override
    public Map<String, String> facts(Category topic) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", topic.name());
        facts.put("parent", Intake.told(topic.parent()));
        facts.put("keywords", String.join("|", topic.keywords()));
        facts.put("unit", Intake.told(topic.unit()));
        facts.put("clause", Intake.told(topic.clause()));
        facts.put("from", Objects.toString(topic.term().from(), ""));
        facts.put("to", Objects.toString(topic.term().to(), ""));
        return facts;
    }

    @Override
    public List<RowProblem> problems(Collection<Wanted<Category>> wanted, Set<String> unreadable) {
        return new TopicRules(city.topics(), wanted, unreadable, city.answerableUnits()).problems();
    }

    @Override
    public @Nullable String put(@Nullable Category before, Category after, Registers registers, Actor actor) {
        registers.topics.put(before, after, actor);
        return null;
    }
}
