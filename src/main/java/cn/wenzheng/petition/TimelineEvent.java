package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;
import java.util.EnumSet;
import java.util.Set;

/** What happened in the life of a petition, as the timeline tells it. */
public enum TimelineEvent implements ClosedList {
    RECEIVED("诉求已收到", "Received"),
    ACCEPTED("已受理", "Accepted"),
    REFUSED("不予受理", "Refused"),
    /** By the centre itself, without any unit. */
    ANSWERED_AT_ONCE("直接答复", "Answered at once"),
    ASKED_BACK("请您补充", "Asked for what is missing"),
    SUPPLEMENT_OVERDUE("补充期满，继续受理", "No more was said in time; taken up again"),
    DECISION_UNDONE("决定已撤销", "Decision taken back"),
    ASSIGNED("已派单", "Assigned"),
    REASSIGNED("已改派", "Re-dispatched"),
    RETURNED("单位退单", "Returned by a unit"),
    ARBITRATED("已裁定承办单位", "Ruled whose it is"),
    HANDLED("单位已答复", "Answered by the unit"),
    SENT_BACK("退回重办", "Sent back"),
    REVIEWED("答复已审核", "Answer reviewed"),
    CLOSED("已办结", "Closed"),
    WITHDRAWN("已撤单", "Withdrawn"),
    MESSAGE_TO_CITIZEN("工作人员留言", "Message to the petitioner"),
    MESSAGE_FROM_CITIZEN("诉求人留言", "Message from the petitioner"),
    QUESTION("工作人员提问", "Question to the petitioner"),
    ANSWER("诉求人回答提问", "Petitioner's answer to a question"),
    PETITIONER_URGE("诉求人催单", "Urged by the petitioner"),
    RATED("诉求人评价", "Rated by the petitioner"),
    OBJECTION("诉求人提出异议", "Objection of the petitioner"),
    PAUSED("已挂起", "Paused"),
    RESUMED("恢复办理", "Resumed"),
    CLASSIFIED_ANEW("重新归类", "Classified anew"),
    EXTENSION_ASKED("申请延期", "Extension asked for"),
    EXTENDED("已延期", "Extended"),
    EXTENSION_REFUSED("未同意延期", "Extension refused"),
    REMINDED("临期提醒", "Reminder"),
    URGED("催办", "Urged"),
    SIGNED("单位已签收", "Signed for by the unit"),
    SUPERVISED("已督办", "Supervised"),
    ATTACHMENT_LOST("随附图片或文件未能取回", "A picture or file sent along could not be had"),
    /** It came in as something the house keeps nowhere: a recording, a video, what is no picture and no PDF. */
    ATTACHMENT_NOT_KEPT(
            "随附语音、视频或其他文件无法保存，请到原平台查看",
            "A recording, video or other file sent along cannot be kept here; see it on the platform");

    private static final Set<TimelineEvent> CITIZENS_OWN =
            EnumSet.of(WITHDRAWN, MESSAGE_FROM_CITIZEN, ANSWER, PETITIONER_URGE, RATED, OBJECTION);

    private static final Set<TimelineEvent> QUESTIONS = EnumSet.of(QUESTION, ASKED_BACK);

    private final Words words;

    TimelineEvent(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** True when the words beside it are the citizen's, and not the city's to the citizen. */
    public boolean isCitizens() {
        return CITIZENS_OWN.contains(this);
    }

    /** True when the words beside it want an answer of the citizen. */
    boolean isQuestion() {
        return QUESTIONS.contains(this);
    }

    @Override
    public Words words() {
        return words;
    }
}
