package cn.wenzheng.triage.text;

import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Gist.Mark;
import cn.wenzheng.triage.Gist.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says a petition in 25 signs: the place, and of all its clauses the one that says what is wrong. Nothing is said in other
 * words than the citizen's.
 */
public final class Gists {

    private static final Pattern CLAUSES = Pattern.compile("[，。！？；：,!?;:\\s…~～“”\"（）()【】]+");

    /** What is wrong, asked or proposed is told by such words. */
    static final Pattern TROUBLE = Pattern.compile("不[^是知好清过]|没有?[^事有]|未|无(?!论|锡)|坏|漏|堵|欠|拖|吵|臭|脏|断|停|塌|裂|破|丢|偷|骗|假(?!期|日)|超|占|乱|涨|扣|拒|赖|污|噪|响|黑|味|慢|贵|缺|失灵|退|关(?!于|心|注)|跑路|违|私|骚扰|危|低|高(?!三|二|一|中|考)|少|挖|掉|堆|溢|冒|松|陷|积水|扰民|抖|刺眼|收费|取消|怎么|什么时候|啥时候|何时|如何|能否|能不能|可否|多久|多少|条件|材料|流程"
                    + "|申请|办理|补办|咨询|表扬|感谢|点赞|建议|增设|加装|安装|增加|延长|恢复|太[短长少多高低小挤]|锈|折|脱落|咬|虫|偏|错|忘|误|崩|卡|撤|垄断|捆绑|变相|强制|强行|霸|绞|糊弄|推诿|推来推去|踢皮球|只[开给剩收有]|清零|作废|烂尾|逾期|积压|绕|排队|等[了上]?[一二三四五六七八九十两几半0-9]|迟迟|至今|难|摔|撞|淹|泡|刺鼻|呛|粪|鼠|蟑螂|苍蝇|砍|毁|抢|骂|刁难|索要|克扣|宰|婚托|重复|死|烧|滑倒|歪|倒[了塌]|枯|尘|收取|开放|改名|称重|验收|续聘|激活");

    /** What only opens or closes a letter. */
    static final Pattern COURTESY = Pattern.compile(
            "您好|你好|领导|尊敬|谢谢|感谢.{0,4}(各位|领导)|我是|我叫|本人|一名|写信|打扰|冒昧|老百姓|万分|期待|望.{0,2}回复|此致|敬礼|请.{0,4}(重视|处理|解决|回复)|来电人|麻烦您|我们是|作为|不容易|退休|孩子他|朋友|先声明|请原谅|辛苦了|说几句|心里话|真心|谁懂|心态|打卡|无语|泪目|心累|深夜|emo|网友|想到哪|说实话|讲真|会谢|呜呜|好不容易|心情|平时|从不|一向|原谅|土生土长|责怪|不重要|替.{0,3}说句|悲痛|普通");

    /** A shorter piece of a clause says nothing. */
    private static final int SHORTEST = 4;

    /** The longest piece of one clause: two or three pieces say more than one. */
    private static final int PIECE = 25;

    /** What joins a place to what is there. */
    private static final Pattern LINK = Pattern.compile("^(的|里|内|有|这边|那边)+");

    /** What stands before the matter in its clause. */
    private static final Pattern OPENING = Pattern.compile(
            "^(来电人|来电|反映|称|举报|投诉|其|自家|所住|居住|关于|就是|而且|但是|可是|还有|另外|然后|结果|现在|我们?(家|这里|这边|单位)?|咱们?|你们|他们|昨[天晚]|今[天早年]|上(周|个月)|这(几天|两天|个月)|最近|已经|一直|总是|经常|请?(有关)?部门|希望|麻烦|请问|想问(一下)?|问一下|在|的|里|内|有|每[天晚年]|夜里|半夜|凌晨|早上|晚上|下午|上午|中午|傍晚|前[天年]|去年|[0-9零一二三四五六七八九十两几]+(点|时|分|月|日|号|天)(多|半|钟|底|初|份)?|从|到|都|又|也)+");

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
        List<String> all = clauses(words);
        List<Weights.Clause> clauses = all.stream()
                .flatMap(clause -> withoutPlace(clause, place).stream()
                        .map(part -> weights.clause(withoutOpening(part), clause, part.length() < clause.length(), all.indexOf(clause))))
                .toList();
        StringBuilder gist = new StringBuilder();
        if (place != null) {
            gist.append(place, 0, Math.min(place.length(), Gist.MOST / 2));
        }
        while (true) {
            int left = Gist.MOST - gist.length() - (gist.isEmpty() ? 0 : 1);
            String said = gist.toString();
            Weights.Piece best = left < SHORTEST ? null : clauses.stream()
                    .map(clause -> weights.best(clause, said, left))
                    .filter(java.util.Objects::nonNull)
                    .max(Comparator.comparingDouble(Weights.Piece::worth))
                    .orElse(null);
            if (best == null || best.worth() < Weights.LEAST && !gist.isEmpty() ) break;
            gist.append(gist.isEmpty() ? "" : " ").append(best.words());
        }
        String text = HALF.matcher(gist).replaceAll("…");
        return new Gist(text, marks(text, place, speaks, urgent));
    }

    private static String withoutOpening(String clause) {
        String bare = OPENING.matcher(clause).replaceFirst("");
        return bare.length() < SHORTEST ? clause : bare;
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

    /** What a clause says before and behind the place, which stands in front of all. */
    private static List<String> withoutPlace(String clause, @Nullable String place) {
        int at = place == null ? -1 : clause.indexOf(place);
        if (at < 0 || place == null) {
            return List.of(clause);
        }
        String before = clause.substring(0, at);
        String behind = LINK.matcher(clause.substring(at + place.length())).replaceFirst("");
        return java.util.stream.Stream.of(before, behind).filter(part -> part.length() > 1).toList();
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
