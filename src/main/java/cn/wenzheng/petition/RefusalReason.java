package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** Why a petition is not accepted (不予受理); source: the domain reference, matters not accepted. */
public enum RefusalReason implements ClosedList {
    NOT_THIS_CITY("不属于本市职责", "Not the duty of this city"),
    EMERGENCY("应急事项，请拨打110、119或120", "Emergency: please call 110, 119 or 120"),
    PARTY_CONGRESS_COURT(
            "党委、人大、政协、法院、检察院、监察或军队事项", "Matter of Party organs, congress, courts, procuratorate, supervision or army"),
    LEGAL_PROCEDURE("已进入或应当通过法定程序", "In or belonging to a legal procedure"),
    SECRETS("涉及国家秘密、商业秘密或他人隐私", "State or trade secrets or privacy of others"),
    DUPLICATE("同一事项正在办理或已依法办结", "Same matter in hand or lawfully finished"),
    INSULT_OR_EMPTY("辱骂他人或没有实质内容", "Insult or no content"),
    UNLAWFUL("违反法律法规或公序良俗", "Against law or public order");

    private final Words words;

    RefusalReason(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
