package cn.wenzheng.triage.answer;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.triage.AnswerKind;
import cn.wenzheng.triage.AnswerTemplate;
import cn.wenzheng.triage.Answers;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The prepared answers in memory, at most five seconds old: whoever types asks with every sign. */
@Component
class AnswerShelf implements Answers {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final String ALL = "all";

    private final AnswerRows rows;
    private final OrganizationDesk organization;
    private final Clock clock;
    private final Cache<String, List<AnswerTemplate>> templates =
            Caffeine.newBuilder().expireAfterWrite(AGE).build();

    AnswerShelf(AnswerRows rows, OrganizationDesk organization, Clock clock) {
        this.rows = rows;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public List<AnswerTemplate> fitting(AnswerKind kind, @Nullable String leaf, @Nullable String words) {
        return new Shelf(all()).fitting(kind, path(leaf), words, LocalDate.now(clock));
    }

    List<AnswerTemplate> all() {
        return templates.get(ALL, key -> rows.all());
    }

    /** The topic and those above it. */
    List<String> path(@Nullable String leaf) {
        List<String> path = new ArrayList<>();
        for (String code = leaf; code != null && !path.contains(code); ) {
            path.add(code);
            code = organization.category(code).map(Category::parent).orElse(null);
        }
        return path;
    }

    /** Reads everything anew the next time it is asked for. */
    void forget() {
        // by its key: waits for a reading that is under way, which would be kept otherwise
        templates.invalidate(ALL);
    }
}
