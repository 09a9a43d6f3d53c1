package cn.wenzheng.triage.bench;

import cn.wenzheng.triage.SameMatter;
import cn.wenzheng.triage.Similar;
import cn.wenzheng.triage.Storm;
import cn.wenzheng.triage.Storms;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Suggestions;
import cn.wenzheng.triage.bench.BenchLeases.Tab;
import cn.wenzheng.triage.bench.BenchRows.Row;
import cn.wenzheng.triage.bench.Screen.Like;
import cn.wenzheng.triage.bench.Screen.Line;
import cn.wenzheng.triage.bench.Screen.Waiting;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a bench together: what waits, with the suggestions and the similar petitions of all of it, each one statement. */
@Component
class Screens {

    private final BenchRows rows;
    private final ObjectProvider<Suggestions> suggestions;
    private final ObjectProvider<SameMatter> sameMatter;
    private final ObjectProvider<Storms> storms;
    private final DangerTerms dangers;
    private final QueueLength length;
    private final BenchSettings settings;
    private final Clock clock;

    Screens(
            BenchRows rows,
            ObjectProvider<Suggestions> suggestions,
            ObjectProvider<SameMatter> sameMatter,
            ObjectProvider<Storms> storms,
            DangerTerms dangers,
            QueueLength length,
            BenchSettings settings,
            Clock clock) {
        this.rows = rows;
        this.suggestions = suggestions;
        this.sameMatter = sameMatter;
        this.storms = storms;
        this.dangers = dangers;
        this.length = length;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Suggestion> suggestion(String number) {
        return Optional.ofNullable(suggestions.getIfAvailable()).flatMap(all -> all.of(number));
    }

    Screen of(Tab tab, Screen.@Nullable Done done) {
        List<Row> waiting = rows.waiting(tab);
        List<Row> held = waiting.stream().filter(Row::held).toList();
        Known thought = new Known(suggestionsFor(numbers(waiting)), similarTo(numbers(held)), Map.of());
        Known known = thought.withAcceptBy(
                dangers.of(numbers(waiting.stream().filter(thought::life).toList())));
        Map<String, String> beginnings = rows.beginnings(held.stream()
                .flatMap(row -> known.similar(row.number()).stream())
                .map(Similar::number)
                .distinct()
                .toList());
        List<Waiting> mine =
                held.stream().map(row -> waiting(row, known, beginnings)).toList();
        return new Screen(
                clock.instant(),
                held.isEmpty() ? length.now() : length.about(),
                mine.isEmpty() ? null : mine.get(0),
                mine.size() < 2 ? null : mine.get(1),
                queue(waiting, known),
                done,
                settings.threshold());
    }

    /** A screen that shows no petition, read from nowhere. */
    Screen without(Screen.@Nullable Done done) {
        return new Screen(clock.instant(), 0, null, null, List.of(), done, settings.threshold());
    }

    private static List<String> numbers(List<Row> rows) {
        return rows.stream().map(Row::number).toList();
    }

    private Map<String, Suggestion> suggestionsFor(Collection<String> numbers) {
        Suggestions all = suggestions.getIfAvailable();
        return all == null ? Map.of() : all.of(numbers);
    }

    private Map<String, List<Similar>> similarTo(Collection<String> numbers) {
        SameMatter all = sameMatter.getIfAvailable();
        return all == null ? Map.of() : all.near(numbers);
    }

    private Waiting waiting(Row row, Known known, Map<String, String> beginnings) {
        Suggestion suggestion = known.suggestions().get(row.number());
        return new Waiting(
                row.number(),
                row.channel(),
                row.receivedAt(),
                row.promisedBy(),
                known.acceptBy(row),
                known.life(row),
                known.gist(row),
                row.title(),
                row.text(),
                row.address(),
                row.attachments(),
                row.hidden(),
                suggestion,
                Proposal.of(suggestion, row.urgency(), settings.threshold()),
                known.similar(row.number()).stream()
                        .map(like -> like(like, beginnings))
                        .toList());
    }

    private static Like like(Similar similar, Map<String, String> beginnings) {
        return new Like(
                similar.number(),
                beginnings.getOrDefault(similar.number(), similar.number()),
                similar.certainty(),
                similar.reasons(),
                similar.open(),
                similar.matter());
    }

    /** Near-identical posts stand under the first of them; what the line counts is all of the storm. */
    private List<Line> queue(List<Row> waiting, Known known) {
        List<Row> free = waiting.stream().filter(row -> !row.held()).toList();
        Map<String, Storm> posts = stormsOf(numbers(free));
        Set<String> told = new HashSet<>();
        return free.stream()
                .filter(row -> !posts.containsKey(row.number())
                        || told.add(posts.get(row.number()).first()))
                .map(row -> line(row, known, posts.get(row.number())))
                .toList();
    }

    private static Line line(Row row, Known known, @Nullable Storm storm) {
        return new Line(
                row.number(),
                row.channel(),
                row.promisedBy(),
                known.acceptBy(row),
                known.life(row),
                known.gist(row),
                storm == null ? 1 : storm.waiting());
    }

    private Map<String, Storm> stormsOf(List<String> numbers) {
        Storms all = storms.getIfAvailable();
        return all == null || numbers.isEmpty() ? Map.of() : all.of(numbers);
    }
}
