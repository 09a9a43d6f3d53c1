package cn.wenzheng.organization;

import java.util.Map;

/**
 * What a unit still has to do; asked before the unit is closed, answered by each room for the work it knows.
 *
 * <p>A unit that closes with work in hand leaves citizens waiting for nobody.
 */
public interface OpenWork {

    /** What may be open. */
    enum Kind implements ClosedList {
        PETITION("办理中的诉求", "Petitions in hand"),
        SLIP("未了结的督办单", "Open supervision slips"),
        PERSON("在职人员", "People at work"),
        UNIT("下级单位", "Units below"),
        TOPIC("负责的诉求内容", "Topics it answers for");

        private final Words words;

        Kind(String zh, String en) {
            this.words = new Words(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** How much of each kind is open; kinds of which there is none may be absent. */
    Map<Kind, Long> of(String unit);
}
