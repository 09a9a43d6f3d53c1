package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** Why a petition is not accepted (不予受理); source: the domain reference, matters not accepted. */
public enum RefusalReason implements ClosedList {
    NOT_THIS_CITY("不属于本市职责", "Not the duty of this city", "您好，您反映的事项不属于本市职责，我们无法受理。请向事项所在地的 12345 热线或当地政府反映，他们会接收并办理。"),
    EMERGENCY(
            "应急事项，请拨打110、119或120",
            "Emergency: please call 110, 119 or 120",
            "您好，您反映的是紧急情况，请立即拨打 110（报警）、119（火警）或 120（急救），他们会马上处理。"),
    PARTY_CONGRESS_COURT(
            "党委、人大、政协、法院、检察院、监察或军队事项",
            "Matter of Party organs, congress, courts, procuratorate, supervision or army",
            "您好，您反映的事项由有关机关依职权处理，我们无法受理。请直接向该机关的信访接待部门反映；涉及诉讼的可拨打 12368，" + "涉及检察的可拨打 12309，检举违纪的可拨打 12388。"),
    LEGAL_PROCEDURE(
            "已进入或应当通过法定程序",
            "In or belonging to a legal procedure",
            "您好，您反映的事项应当通过法定程序处理，我们无法受理。请向有管辖权的法院、仲裁机构或行政复议机构提出；" + "需要法律帮助的可拨打 12348。"),
    SECRETS(
            "涉及国家秘密、商业秘密或他人隐私",
            "State or trade secrets or privacy of others",
            "您好，您反映的内容涉及不宜在这里处理的秘密或他人隐私，我们无法受理。请携带材料到主管部门当面反映；" + "隐去这些内容后，您也可以在这里重新提交。"),
    DUPLICATE(
            "同一事项正在办理或已依法办结",
            "Same matter in hand or lawfully finished",
            "您好，您反映的事项正在办理或已依法办结，我们不再重复受理。办理进展和结果请用原来的编号查询；有新的情况，请补充到原来的诉求里。"),
    INSULT_OR_EMPTY(
            "辱骂他人或没有实质内容",
            "Insult or no content",
            "您好，我们没有看到可以办理的具体事项，暂时无法受理。请写明时间、地点和希望解决的问题后重新提交，或拨打 12345 由工作人员记录。"),
    UNLAWFUL("违反法律法规或公序良俗", "Against law or public order", "您好，您的要求与法律法规或公序良俗不符，我们无法受理。如需了解有关规定，可拨打 12348 咨询法律意见。");

    private final Words words;
    private final String proposal;

    RefusalReason(String zh, String en, String proposal) {
        this.words = new Words(zh, en);
        this.proposal = proposal;
    }

    /** What an operator may begin with who tells the citizen; it names the reason and where to turn. */
    public String proposal() {
        return proposal;
    }

    @Override
    public Words words() {
        return words;
    }
}
