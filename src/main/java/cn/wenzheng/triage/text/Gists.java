package cn.wenzheng.triage.text;

import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Gist.Mark;
import cn.wenzheng.triage.Gist.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says a petition in 25 signs: the place, and of all its clauses the one that says what is wrong. Nothing is said in other
 * words than the citizen's.
 */
public final class Gists {

    private static final Pattern CLAUSES = Pattern.compile("[，。！？；：、,.!?;:\\s…~～“”\"（）()【】]+");

    /** What is wrong is told by such words. */
    private static final Pattern TROUBLE = Pattern.compile(
            "不[^是知好清]|没[^事]|坏|漏|堵|欠|拖|吵|臭|脏|断|停|塌|裂|破|丢|偷|骗|假|超|占|乱|涨|扣|拒|赖|污|噪|响|黑|味|慢|贵|少|缺|失|退|关|违|私|骚|危|高|低|挖|掉|堆|取消|怎么|什么时候|如何|能否|能不能"
                    + "|吗|申请|办理|补办|咨询|表扬|感谢|建议|点赞|增设|安装|恢复");

    /** What only opens or closes a letter. */
    private static final Pattern COURTESY = Pattern.compile(
            "您好|你好|领导|尊敬|谢谢|感谢.{0,4}(各位|领导)|我是|我叫|本人|一名|写信|打扰|冒昧|老百姓|万分|期待|望.{0,2}回复|此致|敬礼|请.{0,4}(重视|处理|解决|回复)|来电人|麻烦您|我们是|家里|今年|生活|住了|关注|作为|不容易|退休|孩子他|朋友");

    /** A shorter piece of a clause says nothing. */
    private static final int SHORTEST = 4;

    /** The longest piece of one clause: two or three pieces say more than one. */
    private static final int PIECE = 18;

    /** What joins a place to what is there. */
    private static final Pattern LINK = Pattern.compile("^(的|里|内|有|这边|那边|附近|门口)");

    private static final int TROUBLE_WORTH = 2;

    private static final int COURTESY_WORTH = -4;

    /** Half of an emoji that was cut through: no database takes it. */
    private static final Pattern HALF = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

    private Gists() {}

    /**
     * @param place null when the text names none
     * @param speaks the words that speak for what it is about
     * @param urgent the words that make it urgent; empty when it is not
     */
    public static Gist of(Words words, @Nullable String place, List<String> speaks, List<String> urgent) {
        List<String> clauses = new ArrayList<>(clauses(words));
        clauses.sort(Comparator.comparingDouble((String clause) -> worth(clause, place, speaks, urgent))
                .reversed());
        StringBuilder gist = new StringBuilder();
        if (place != null) {
            gist.append(place, 0, Math.min(place.length(), Gist.MOST / 2));
        }
        for (String clause : clauses) {
            int left = Gist.MOST - gist.length() - (gist.isEmpty() ? 0 : 1);
            String bare = withoutPlace(clause, place);
            if (left >= SHORTEST && bare.length() > 1 && gist.indexOf(bare) < 0) {
                gist.append(gist.isEmpty() ? "" : " ").append(cut(bare, speaks, Math.min(left, PIECE)));
            }
        }
        String text = HALF.matcher(gist).replaceAll("…");
        return new Gist(text, marks(text, place, speaks, urgent));
    }

    private static List<String> clauses(Words words) {
        List<String> clauses = new ArrayList<>();
        for (String clause : CLAUSES.split(words.all())) {
            if (clause.length() > 1 && clauses.size() < 200) {
                clauses.add(clause);
            }
        }
        return clauses.isEmpty() ? List.of(words.all().strip()) : clauses;
    }

    private static double worth(String clause, @Nullable String place, List<String> speaks, List<String> urgent) {
        double worth = 0;
        double most = 3;
        for (String word : speaks) {
            worth += clause.contains(word) ? most : 0;
            most *= 0.8;
        }
        worth += urgent.stream().filter(clause::contains).count() * 2;
        worth += TROUBLE.matcher(clause).find() ? TROUBLE_WORTH : 0;
        worth += COURTESY.matcher(clause).find() ? COURTESY_WORTH : 0;
        worth += place != null && clause.contains(place) ? 1.5 : 0;
        return worth + (clause.length() < 4 ? -2 : 0) + (clause.length() > 8 ? 0.5 : 0);
    }

    /** What a clause says beside the place, which stands in front of all. */
    private static String withoutPlace(String clause, @Nullable String place) {
        int at = place == null ? -1 : clause.indexOf(place);
        if (at < 0 || place == null) {
            return clause;
        }
        String behind = clause.substring(at + place.length());
        return LINK.matcher(behind.length() >= SHORTEST ? behind : clause.substring(0, at))
                .replaceFirst("");
    }

    /** The window of the clause with what tells or troubles most in it. */
    private static String cut(String clause, List<String> speaks, int most) {
        if (clause.length() <= most) {
            return clause;
        }
        int best = 0;
        double bestWorth = -1;
        for (int from = 0; from + most <= clause.length(); from++) {
            String window = clause.substring(from, from + most);
            double worth = speaks.stream().filter(window::contains).count() * 2.0;
            for (Matcher trouble = TROUBLE.matcher(window); trouble.find(); ) {
                worth += 1;
            }
            if (worth > bestWorth) {
                best = from;
                bestWorth = worth;
            }
        }
        return clause.substring(best, best + most);
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
