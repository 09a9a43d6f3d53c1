package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Ack;
import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.PushIntake;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.channel.SafeXml;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Takes what Alipay pushes: the life account's gateway, which is answered by signed XML, and the standard messages of an
 * application, which are answered by one word.
 */
@Component
class AlipayIntake implements PushIntake {

    private static final int MOST = 64 << 10;

    private final AlipaySettings.LifeAccount lifeAccount;

    AlipayIntake(AlipaySettings settings) {
        this.lifeAccount = settings.lifeAccount();
    }

    @Override
    public Channel channel() {
        return Channel.ALIPAY;
    }

    @Override
    public int mostBytes() {
        return MOST;
    }

    @Override
    public Arrival accept(RawRequest request, Account account, Clock clock) {
        if (request.body().length > MOST) {
            return Arrival.refused(Ack.empty(413));
        }
        return "POST".equals(request.method())
                ? SignedForm.read(request.body())
                        .map(form -> read(form, request, account, clock))
                        .orElseGet(AlipayIntake::forged)
                : forged();
    }

    private Arrival read(SignedForm form, RawRequest request, Account account, Clock clock) {
        boolean proved = form.isProvedFor(account);
        if (!form.isLifeAccount()) {
            return proved && form.get("app_id").equals(account.address()) ? message(form, request) : forged();
        }
        try {
            Map<String, String> xml = proved || isCheck(form) ? SafeXml.read(form.get("biz_content")) : Map.of();
            if (isCheck(form)) {
                return verification(form, account, proved && "verifygw".equals(xml.get("EventType")));
            }
            return proved && account.address().equals(xml.get("AppId"))
                    ? life(form, xml, request, account, clock)
                    : forged();
        } catch (SafeXml.Unreadable notXml) {
            return Arrival.refused(Ack.empty(400));
        }
    }

    private static boolean isCheck(SignedForm form) {
        return "alipay.service.check".equals(form.get("service"));
    }

    /** Alipay shows the operator its own sentence for what is answered here, so a refusal is an answer, too. */
    private static Arrival verification(SignedForm form, Account account, boolean genuine) {
        String words = genuine ? Envelope.verified(account) : Envelope.notVerified();
        return Envelope.of(words, form.charset(), account)
                .map(ack -> genuine ? Arrival.nothing(ack) : Arrival.refused(ack))
                .orElseGet(AlipayIntake::forged);
    }

    private Arrival life(SignedForm form, Map<String, String> xml, RawRequest request, Account account, Clock clock) {
        if (!lifeAccount.enabled()) {
            return Arrival.nothing(Ack.empty(404));
        }
        Ack success = Ack.text(200, "success");
        Ack ack = lifeAccount.ack() == AlipaySettings.Ack.SUCCESS
                ? success
                : Envelope.of(
                                Envelope.received(
                                        xml.getOrDefault("FromUserId", ""), account.address(), clock.millis()),
                                form.charset(),
                                account)
                        .orElse(success);
        return Arrival.of(LifeMessages.read(xml, request.receivedAt()), ack, Ack.empty(500));
    }

    private static Arrival message(SignedForm form, RawRequest request) {
        List<Inbound> items = AppMessages.read(form, request.receivedAt());
        return Arrival.of(items, Ack.text(200, "success"), Ack.text(200, "fail"));
    }

    private static Arrival forged() {
        return Arrival.refused(Ack.text(403, "fail"));
    }
}
