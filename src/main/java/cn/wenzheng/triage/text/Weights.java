package cn.wenzheng.triage.text;

import cn.wenzheng.triage.Gist;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much each sign of a petition says about its matter: the title names it, the model knows its words, trouble tells it. */
final class Weights {

    static double P(String n, double d) { return Double.parseDouble(System.getProperty(n, "" + d)); }

    /** From so many signs on a title is a sentence of its own; a shorter one names a field. */
    private static final int SENTENCE = 8;

    static double HEADLINE = P("headline", 0.80);
    static double TROUBLE_WORTH = P("trouble_worth", 1.22);
    static double SPEAKS_WORTH = P("speaks_worth", 3.0);
    static double URGENT_WORTH = 2;
    static double COURTESY_WORTH = P("courtesy_worth", -4.5);
    static double TITLE_WORTH = P("title_worth", 5);
    static double FIELD = P("field", 0);
    static double NEAR = P("near", 2);
    static double COST = P("cost", 0);
    static double FIRST = P("first", 4);
    static double CUT_HEAD = P("cut_head", 0.86);
    static double CUT_TAIL = P("cut_tail", 1.50);
    static double SHORT = P("short", 0.5);
    static double REMAIN = P("remain", 4);
    static double UNSEEN = P("unseen", 0.2);
    static double LATE = P("late", 0.0);
    static double TELL = P("tell", 0.5);
    static double FIT = P("fit", 0.5);
    static double VAGUE = P("vague", -4);
    static double ASK = P("ask", 0.0);

    static double LEAST = P("least", -99);

    static final Pattern ASK_WORDS = Pattern.compile("希望|能不能|能否|要求|请求|建议|可否|是否|[吗？?]$");
    static final Pattern VAGUE_WORDS = Pattern.compile("意见|问题$|困惑|烦恼|来电反映|求助$|说法|一封信|^咨询|请问政策|的建议$|询问|心声|几句");
    static String LEAD = "的了是都就又也还";
    private final @Nullable String title;
    private final List<String> speaks;
    private final List<String> urgent;
    private final Headlines headlines = Headlines.get();

    Weights(Words words, List<String> speaks, List<String> urgent) {
        this.title = words.title();
        this.speaks = speaks;
        this.urgent = urgent;
    }

    record Clause(String words, double[] signs, double bonus) {}

    /** A piece of a clause. */
    record Piece(Clause clause, int from, int to, double worth) {
        String words() { return clause.words().substring(from, to); }
    }

    Clause clause(String words, String whole, boolean atPlace, int number) {
        double bonus = Gists.COURTESY.matcher(whole).find() ? COURTESY_WORTH : 0;
        bonus += VAGUE_WORDS.matcher(whole).find() ? VAGUE : 0;
        bonus += ASK_WORDS.matcher(whole).find() ? ASK : 0;
        bonus -= LATE * Math.log(1 + number);
        bonus += atPlace ? NEAR : 0;
        if (title != null && title.contains(words)) {
            bonus += words.length() >= SENTENCE ? TITLE_WORTH : -FIRST;
        }
        return new Clause(words, signs(words), bonus);
    }

    /** The window of the clause that says most in so few signs; null when none says anything. */
    @Nullable
    Piece best(Clause clause, String said, int most) {
        String words = clause.words();
        int[] fresh = new int[words.length() + 1];
        double[] sums = new double[words.length() + 1];
        for (int at = 0; at < words.length(); at++) {
            boolean known = at + 2 <= words.length() && said.contains(words.substring(at, at + 2))
                    || at > 0 && said.contains(words.substring(at - 1, at + 1));
            fresh[at + 1] = fresh[at] + (known ? 0 : 1);
            sums[at + 1] = sums[at] + (known ? Math.min(0, clause.signs()[at]) : clause.signs()[at]) - COST;
        }
        Piece best = null;
        boolean whole = words.length() <= most;
        for (int from = 0; from < words.length(); from++) {
            if (LEAD.indexOf(words.charAt(from)) >= 0 && from > 0 || !headlines.mayCut(words, from) || from > 0 && from < REMAIN && whole) continue;
            for (int to = Math.min(words.length(), from + most); to >= from + 2; to--) {
                double worth = sums[to] - sums[from] + clause.bonus() - (from > 0 ? CUT_HEAD : 0) - (to < words.length() ? CUT_TAIL : 0) - (whole && to - from < words.length() ? FIT : 0) - (to - from < 4 ? SHORT : 0);
                if (to < words.length() && words.length() - to < REMAIN && to - from + words.length() - to <= most) continue;
                if (fresh[to] - fresh[from] < (to - from) * 0.6) continue;
                if ((best == null || worth > best.worth()) && headlines.mayCut(words, to)) {
                    best = new Piece(clause, from, to, worth);
                }
            }
        }
        return best;
    }

    private double[] signs(String clause) {
        double[] signs = headlines.worth(clause);
        double[] tell = headlines.tell(clause);
        for (int at = 0; at < signs.length; at++) signs[at] = signs[at] * HEADLINE + TELL * tell[at] + (headlines.isSeen(clause, at) ? 0 : UNSEEN);
        double most = SPEAKS_WORTH;
        for (String word : speaks) {
            give(signs, clause, word, most);
            most *= 0.85;
        }
        urgent.forEach(word -> give(signs, clause, word, URGENT_WORTH));
        for (int at = 0; title != null && title.length() < SENTENCE && at + 2 <= title.length(); at++) {
            give(signs, clause, title.substring(at, at + 2), FIELD * 2);
        }
        Matcher trouble = Gists.TROUBLE.matcher(clause);
        while (trouble.find()) {
            spread(signs, trouble.start(), trouble.end(), TROUBLE_WORTH);
        }
        return signs;
    }

    private static void give(double[] signs, String clause, String word, double worth) {
        int at = word.isEmpty() ? -1 : clause.indexOf(word);
        if (at >= 0) {
            spread(signs, at, at + word.length(), worth);
        }
    }

    private static void spread(double[] signs, int from, int to, double worth) {
        for (int at = from; at < to; at++) {
            signs[at] += worth / (to - from);
        }
    }
}
