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

    private final String zh;
    private final String en;

    Role(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name().toLowerCase();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
