package cn.wenzheng.petition;

/** How a petition goes on after a unit has said that it is not its own (退单). */
public enum AfterReturn {
    /** It was an assisting unit: the others go on. */
    OTHERS_GO_ON,
    /** It was the lead: the dispatcher names another. */
    ASSIGN_ANEW,
    /** It was the lead, and it was one return too many: the supervision office rules whose it is. */
    RULE
}
