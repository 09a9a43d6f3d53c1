package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Inbox;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Receipt;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * The counter of the mini-program, through which most petitions from Alipay come: it finds out who speaks, which no transaction
 * waits for, and hands over what he says.
 */
@Component
class MiniProgramDesk {

    /** By it an item of the mini-program is known wherever it goes. */
    static final String PREFIX = "mp:";

    private final Accounts accounts;
    private final Identity identity;
    private final Forms forms;
    private final Inbox inbox;
    private final Clock clock;

    MiniProgramDesk(Accounts accounts, Identity identity, Forms forms, Inbox inbox, Clock clock) {
        this.accounts = accounts;
        this.identity = identity;
        this.forms = forms;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** What is wrong with a form is said before its code is used up. */
    Receipt submit(String code, Submission sent) {
        Account account = accounts.find(Channel.ALIPAY, code).orElseThrow(Refusal::notFound);
        Submission.Checked form = sent.checked();
        String person = identity.of(account, form.authCode());
        String externalId = PREFIX + form.submissionId() + ":" + person;
        if (form.formId() != null) {
            forms.keep(account, externalId, form.formId());
        }
        return inbox.take(account, form.item(externalId, person, clock.instant()));
    }
}
