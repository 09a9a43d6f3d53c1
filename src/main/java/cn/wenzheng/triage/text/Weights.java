package cn.wenzheng.triage.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much each clause of a petition says about its matter: the title names it, the model knows its words, trouble tells it. */
final class Weights {

    /** From so many signs on a title is a sentence of its own; a shorter one names a field. */
    private static final int SENTENCE = 8;

    private static final double TROUBLE_WORTH = 2;

    /** What the strongest word of the model is worth; each weaker one a little less. */
    private static final double SPEAKS_WORTH = 3;

    private static final double WEAKER = 0.85;

    private static final double TOPIC_WORTH = 1.5;

    private static final double URGENT_WORTH = 2;

    private static final double COURTESY_WORTH = -4.5;

    private static final double TITLE_WORTH = 5;

    private static final double FIELD_WORTH = -4;

    private static final double VAGUE_WORTH = -4;

    private static final double AT_PLACE_WORTH = 2;

    /** What is wrong, asked or proposed is told by such words. */
    static final Pattern TROUBLE = Pattern.compile(
            "不[^是知好清过]|没有?[^事有]|未|无(?!论|锡)|坏|漏|堵|欠|拖|吵|臭|脏|断|停|塌|裂|破|丢|偷|骗|假(?!期|日)|超|占|乱|涨|扣|拒|赖|污|噪|响|黑|味|慢|贵|缺|失灵|退|关(?!于|心|注)|跑路|违|私|骚扰|危|低|高(?!三|二|一|中|考)|少|挖|掉|堆|溢|冒|松|陷|积水|扰民|抖|刺眼|收费|取消|怎么|什么时候|啥时候|何时|如何|能否|能不能|可否|多久|多少|条件|材料|流程"
                    + "|申请|办理|补办|咨询|表扬|感谢|点赞|建议|增设|加装|安装|增加|延长|恢复|太[短长少多高低小挤]|锈|折|脱落|咬|虫|偏|错|忘|误|崩|卡|撤|垄断|捆绑|变相|强制|强行|霸|绞|糊弄|推诿|推来推去|踢皮球|只[开给剩收有]|清零|作废|烂尾|逾期|积压|绕|排队|等[了上]?[一二三四五六七八九十两几半0-9]|迟迟|至今|难|摔|撞|淹|泡|刺鼻|呛|粪|鼠|蟑螂|苍蝇|砍|毁|抢|骂|刁难|索要|克扣|宰|婚托|重复|死|烧|滑倒|歪|倒[了塌]|枯|尘|收取|开放|改名|称重|验收|续聘|激活");

    /** What only opens or closes a letter, or tells who writes it and how it feels. */
    private static final Pattern COURTESY = Pattern.compile(
            "您好|你好|领导|尊敬|谢谢|感谢.{0,4}(各位|领导)|我是|我叫|本人|一名|写信|打扰|冒昧|老百姓|万分|期待|望.{0,2}回复|此致|敬礼|请.{0,4}(重视|处理|解决|回复)|来电人|麻烦您|我们是|作为|不容易|退休|孩子他|朋友|先声明|请原谅|辛苦了|说几句|心里话|真心|谁懂|心态|打卡|无语|泪目|心累|深夜|emo|网友|想到哪|说实话|讲真|会谢|呜呜|好不容易|心情|平时|从不|一向|原谅|土生土长|责怪|不重要|替.{0,3}说句|悲痛|普通");

    /** What a title says that says nothing. */
    private static final Pattern VAGUE = Pattern.compile("意见|问题$|困惑|烦恼|来电反映|求助$|说法|一封信|^咨询|请问政策|的建议$|询问|心声|几句");

    private final @Nullable String title;
    private final List<String> speaks;
    private final List<String> urgent;

    Weights(Words words, List<String> speaks, List<String> urgent) {
        this.title = words.title();
        this.speaks = speaks;
        this.urgent = urgent;
    }

    /**
     * A clause to choose from.
     *
     * @param bare what is left of it without its opening
     * @param whole the clause as it was written
     * @param atPlace whether it names the place
     */
    Clause clause(String bare, String whole, boolean atPlace) {
        double worth = COURTESY.matcher(whole).find() ? COURTESY_WORTH : 0;
        worth += VAGUE.matcher(whole).find() ? VAGUE_WORTH : 0;
        worth += atPlace ? AT_PLACE_WORTH : 0;
        return new Clause(bare, signs(bare), worth + ofTitle(bare));
    }

    /** A sentence is the best of all; a field alone says too little. */
    private double ofTitle(String clause) {
        if (title == null || !title.contains(clause)) {
            return 0;
        }
        return clause.length() >= SENTENCE ? TITLE_WORTH : FIELD_WORTH;
    }

    private double[] signs(String clause) {
        double[] signs = Headlines.get().worth(clause);
        double most = SPEAKS_WORTH;
        for (String word : speaks) {
            give(signs, clause, word, most);
            most *= WEAKER;
        }
        TopicWords.find(clause, (from, to) -> spread(signs, from, to, TOPIC_WORTH));
        urgent.forEach(word -> give(signs, clause, word, URGENT_WORTH));
        Matcher trouble = TROUBLE.matcher(clause);
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
