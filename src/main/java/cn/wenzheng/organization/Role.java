package cn.wenzheng.organization;

/** What a person may be asked to do; source: the domain reference, roles and rights. */
public enum Role implements ClosedList {
    OPERATOR("受理员", "Operator"),
    DISPATCHER("派单员", "Dispatcher"),
    HANDLER("经办人", "Handler"),
    HEAD("单位负责人", "Unit head"),
    REVIEWER("审核员", "Reviewer"),
    SUPERVISOR("督查员", "Supervisor"),
    ASSESSOR("考核员", "Assessor"),
    PUBLICITY("新媒体编辑", "Editor"),
    AUDITOR("审计员", "Auditor"),
    ADMIN("系统管理员", "Administrator");

    private final Words words;

    Role(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
