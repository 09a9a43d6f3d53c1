package cn.wenzheng.triage.text;

import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Gist.Mark;
import cn.wenzheng.triage.Gist.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says a petition in 25 signs: the place, and of all its clauses the pieces that say what is wrong. Nothing is said in
 * other words than the citizen's.
 */
public final class Gists {

    private static final Pattern CLAUSES = Pattern.compile("[，。！？；：,!?;:\\s…~～“”\"（）()【】]+");

    private static final int MOST_CLAUSES = 200;

    /** A shorter piece of a gist says nothing. */
    private static final int SHORTEST = 4;

    /** What is left out of a place that is too long. */
    private static final List<Pattern> AROUND = List.of(
            Pattern.compile("^[一-龥A-Z0-9]{1,4}?[市县区](?=.{4})"),
            Pattern.compile("[0-9一二三四五六七八九十]+(单元|楼|层|室|座)$"),
            Pattern.compile("^[一-龥]{1,4}?([镇乡]|街道)(?=.{4})"));

    /** What joins a place to what is there; possessive like the next one, as each repetition would cost the stack otherwise. */
    private static final Pattern LINK = Pattern.compile("^(的|里|内|有|这边|那边)++");

    /** What stands before the matter in its clause. */
    private static final Pattern OPENING = Pattern.compile(
            "^(来电人|来电|反映|称|举报|投诉|其|自家|所住|居住|关于|就是|而且|但是|可是|还有|另外|然后|结果|现在|我们?(家|这里|这边|单位)?|咱们?|你们|他们|昨[天晚]|今[天早年]|上(周|个月)|这(几天|两天|个月)|最近|已经|一直|总是|经常|请?(有关)?部门|希望|麻烦|请问|想问(一下)?|问一下|在|的|里|内|有|每[天晚年]|夜里|半夜|凌晨|早上|晚上|下午|上午|中午|傍晚|前[天年]|去年|[0-9零一二三四五六七八九十两几]+(点|时|分|月|日|号|天)(多|半|钟|底|初|份)?|从|到|都|又|也)++");

    /** Half of an emoji that was cut through: no database takes it. */
    private static final Pattern HALF = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

    private Gists() {}

    /**
     * @param place null when the text names none
     * @param speaks the words that speak for what it is about
     * @param urgent the words that make it urgent; empty when it is not
     */
    public static Gist of(Words words, @Nullable String place, List<String> speaks, List<String> urgent) {
        Weights weights = new Weights(words, speaks, urgent);
        List<Clause> clauses = clauses(words).stream()
                .flatMap(clause -> withoutPlace(clause, place)
                        .map(part -> weights.clause(withoutOpening(part), clause, part.length() < clause.length())))
                .toList();
        StringBuilder gist = new StringBuilder(place == null ? "" : shortened(place));
        Optional<String> piece = best(clauses, gist);
        while (piece.isPresent()) {
            gist.append(gist.isEmpty() ? "" : " ").append(piece.get());
            piece = best(clauses, gist);
        }
        String text = HALF.matcher(gist.isEmpty() ? beginning(words) : gist).replaceAll("…");
        return new Gist(text, marks(text, place, speaks, urgent));
    }

    /** What there is room for and says most beside what the gist says already. */
    private static Optional<String> best(List<Clause> clauses, StringBuilder gist) {
        int left = Gist.MOST - gist.length() - (gist.isEmpty() ? 0 : 1);
        String said = gist.toString();
        return left < SHORTEST
                ? Optional.empty()
                : clauses.stream()
                        .map(clause -> clause.best(said, left))
                        .filter(Objects::nonNull)
                        .max(Comparator.comparingDouble(Clause.Piece::worth))
                        .map(Clause.Piece::words);
    }

    private static String beginning(Words words) {
        String all = words.all().strip();
        return all.substring(0, Math.min(Gist.MOST, all.length()));
    }

    /** At most half of a gist is place: what stands around it goes first, then house and floor. */
    private static String shortened(String place) {
        String name = place;
        for (Pattern around : AROUND) {
            name = name.length() > Gist.MOST / 2 ? around.matcher(name).replaceFirst("") : name;
        }
        return name.substring(0, Math.min(name.length(), Gist.MOST / 2));
    }

    private static String withoutOpening(String clause) {
        String bare = OPENING.matcher(clause).replaceFirst("");
        return bare.length() < SHORTEST ? clause : bare;
    }

    private static List<String> clauses(Words words) {
        return CLAUSES.splitAsStream(words.all())
                .filter(clause -> clause.length() > 1)
                .limit(MOST_CLAUSES)
                .toList();
    }

    /** What a clause says before and behind the place, which stands in front of all. */
    private static Stream<String> withoutPlace(String clause, @Nullable String place) {
        int at = place == null ? -1 : clause.indexOf(place);
        if (at < 0 || place == null) {
            return Stream.of(clause);
        }
        String behind = LINK.matcher(clause.substring(at + place.length())).replaceFirst("");
        return Stream.of(clause.substring(0, at), behind).filter(part -> part.length() > 1);
    }

    private static List<Span> marks(String text, @Nullable String place, List<String> speaks, List<String> urgent) {
        List<Span> marks = new ArrayList<>();
        if (place != null) {
            find(text, place).ifPresent(at -> add(marks, at, place, Mark.PLACE));
        }
        urgent.forEach(word -> find(text, word).ifPresent(at -> add(marks, at, word, Mark.URGENCY)));
        speaks.forEach(word -> find(text, word).ifPresent(at -> add(marks, at, word, Mark.MATTER)));
        marks.sort(Comparator.comparingInt(Span::from));
        return List.copyOf(marks);
    }

    private static void add(List<Span> marks, int at, String word, Mark mark) {
        int to = at + word.length();
        if (marks.stream().noneMatch(known -> at < known.to() && known.from() < to)) {
            marks.add(new Span(at, to, mark));
        }
    }

    private static Optional<Integer> find(String text, @Nullable String word) {
        int at = word == null || word.isEmpty() ? -1 : text.indexOf(word);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }
}
