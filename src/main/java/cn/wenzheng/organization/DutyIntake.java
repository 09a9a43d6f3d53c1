package cn.wenzheng.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which unit answers for which topic, from a table; the topics are there already. */
final class DutyIntake implements Intake<Category> {

    private final CityState city;
    private final TopicIntake topics;

    DutyIntake(CityState city) {
        this.city = city;
        this.topics = new TopicIntake(city);
    }

    @Override
    public @Nullable Category read(RowReader row) {
        String code = row.read("category", cell -> TopicRules.code("category", cell), "");
        String clause = TopicIntake.clause(row);
        KeptTopic kept = city.topics().get(code);
        if (kept == null || !kept.isOpen()) {
            if (!code.isEmpty()) {
                row.say(Refusal.invalid("category", "duty-topic-unknown", code));
            }
            return null;
        }
        Category topic = kept.topic();
        return topic.withDuty(row.cell("unit"), row.has("clause") ? clause : topic.clause());
    }

    @Override
    public @Nullable Category before(String key) {
        return topics.before(key);
    }

    @Override
    public String key(Category topic) {
        return topic.code();
    }

    @Override
    public Map<String, String> facts(Category topic) {
        return TopicIntake.duty(topic);
    }

    @Override
    public List<RowProblem> problems(Collection<Wanted<Category>> wanted, Set<String> unreadable) {
        return topics.problems(wanted, unreadable);
    }

    @Override
    public @Nullable String put(@Nullable Category before, Category after, Registers registers, Actor actor) {
        return topics.put(before, after, registers, actor);
    }
}
