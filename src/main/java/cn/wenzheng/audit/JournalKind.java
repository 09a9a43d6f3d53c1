package cn.wenzheng.audit;

import cn.wenzheng.organization.ClosedList;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What sort of thing a line of the journal tells of, so that an auditor can look for one sort without knowing the names
 * of single actions.
 *
 * <p>An action belongs to the first kind whose pattern it fits, so the order counts: the file that leaves the house
 * comes before the petition it was made of. A command that was refused carries the last word of its route and has no
 * action of its own; it is an attempt. The kind is written with the line: a pattern that changes later concerns later
 * lines only.
 */
public enum JournalKind implements ClosedList {
    READ("查看个人信息", "Personal data read", ".*-(viewed|revealed|searched|downloaded|previewed)|reveal"),
    EXPORT("导出", "Export", ".*-exported|export"),
    IMPORT("导入", "Import", "import(-.*)?|.*-imported"),
    LOGIN(
            "登录与密码",
            "Login and password",
            "login|password|account|setup|logged-(in|out)|(password|session|attempts|sso)-.*"),
    TASK("任务签收与转交", "Tasks held", "(task|draft)-.*"),
    SUPERVISION("督办", "Supervision", "(limit|slip|supervision|criticism|timer)-.*"),
    ASSESSMENT("考核", "Assessment", "(assessment|score|fact|appeal)-.*"),
    ORGANIZATION(
            "单位与人员",
            "Units and people",
            "(unit|person|people|duty|topic|category|absence|deputy|role|city|setup|organization)-.*"),
    RULES(
            "规则与日历",
            "Rules and calendar",
            "(calendar|holiday|rule|ladder|level|service|setting|settings|template|model|alone)-.*|edits|plans"),
    NOTICE("提醒", "Notices", "(notice|notices|digest)-.*"),
    STEP("诉求办理", "Steps of a petition", "(petition|petitions|attachment|contact|view|matter|delivery|follow-up)-.*"),
    CHANNEL("渠道", "Channels", "(channel|open311)-.*"),
    CLOCK("演示", "Demo city", "(demo|simulator)-.*"),
    ATTEMPT("其他被拒绝的操作", "Other refused attempts", "form-submitted|engine-call"),
    OTHER("其他", "Other", "(?!)");

    private final Words words;
    private final Pattern actions;

    JournalKind(String zh, String en, String actions) {
        this.words = new Words(zh, en);
        this.actions = Pattern.compile(actions);
    }

    /** The kind of an action that was done or refused. */
    static JournalKind of(String action, Outcome outcome) {
        return Arrays.stream(values())
                .filter(kind -> kind.actions.matcher(action).matches())
                .findFirst()
                .orElse(outcome == Outcome.REFUSED ? ATTEMPT : OTHER);
    }

    @Override
    public Words words() {
        return words;
    }
}
