package cn.wenzheng.organization;

/** Through which door of the house somebody acted; every journal entry names it. */
public enum Door implements ClosedList {
    PORTAL("市民门户", "Citizen portal"),
    PAGE("工作页面", "Staff page"),
    API("接口", "API"),
    TASKLIST("任务列表", "Tasklist"),
    IMPORT("文件导入", "File import"),
    CHANNEL("渠道", "Channel"),
    ENGINE("流程引擎", "Engine"),
    DEMO("演示", "Demo");

    private final Words words;

    Door(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
