package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Ack;
import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.FormFields;
import cn.wenzheng.channel.PushIntake;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.channel.SafeXml;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes WeChat's callbacks: encrypted ones, and plain ones only where the account is set to plain mode.
 *
 * <p>The answer is exactly {@code success}; anything else would show the citizen that the service is out of order.
 */
@Component
class WechatIntake implements PushIntake {

    private static final int MOST = 64 << 10;

    private final WechatMessages messages;
    private final Duration maxAge;

    WechatIntake(WechatSettings settings) {
        this.messages = new WechatMessages(settings.crs());
        this.maxAge = settings.timestampMaxAge();
    }

    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }

    @Override
    public int mostBytes() {
        return MOST;
    }

    @Override
    public Arrival accept(RawRequest request, Account account, Clock clock) {
        Optional<Map<String, String>> query = FormFields.ofQuery(request.rawQuery());
        if (query.isEmpty()) {
            return forged();
        }
        if ("GET".equals(request.method())) {
            return verify(query.get(), account);
        }
        if (request.body().length > MOST) {
            return Arrival.refused(Ack.empty(413));
        }
        try {
            return open(query.get(), request, account, clock)
                    .map(xml -> read(xml, request))
                    .orElseGet(WechatIntake::forged);
        } catch (SafeXml.Unreadable notXml) {
            return Arrival.refused(Ack.empty(400));
        }
    }

    private static Arrival verify(Map<String, String> query, Account account) {
        String echo = query.getOrDefault("echostr", "");
        return isSigned(query, account) && !echo.isEmpty() ? Arrival.nothing(Ack.text(200, echo)) : forged();
    }

    /** The message's fields; empty when nothing proves that they are WeChat's words to this account. */
    private Optional<Map<String, String>> open(
            Map<String, String> query, RawRequest request, Account account, Clock clock) throws SafeXml.Unreadable {
        if (!"aes".equals(query.get("encrypt_type"))) {
            boolean taken = takesPlain(account) && isSigned(query, account) && isFresh(query, clock.instant());
            return taken ? Optional.of(SafeXml.read(request.text())) : Optional.empty();
        }
        String encrypted =
                SafeXml.read(request.text()).getOrDefault("Encrypt", "").strip();
        boolean signed = !encrypted.isEmpty()
                && Envelope.isSigned(
                        account,
                        query.getOrDefault("msg_signature", ""),
                        query.getOrDefault("timestamp", ""),
                        query.getOrDefault("nonce", ""),
                        encrypted);
        Optional<String> xml = signed ? Envelope.open(account, encrypted) : Optional.empty();
        return xml.isEmpty() ? Optional.empty() : Optional.of(SafeXml.read(xml.get()));
    }

    private Arrival read(Map<String, String> fields, RawRequest request) {
        return Arrival.of(
                messages.read(new Pushed(fields), request.receivedAt()), Ack.text(200, "success"), Ack.empty(500));
    }

    private static boolean takesPlain(Account account) {
        return "plain".equals(account.settings().get("mode"));
    }

    private static boolean isSigned(Map<String, String> query, Account account) {
        return Envelope.isSigned(
                account,
                query.getOrDefault("signature", ""),
                query.getOrDefault("timestamp", ""),
                query.getOrDefault("nonce", ""));
    }

    /** In plain mode the body is not signed: who has seen one request could send another with the same query. */
    private boolean isFresh(Map<String, String> query, Instant now) {
        try {
            long seconds = Long.parseLong(query.getOrDefault("timestamp", ""));
            return Math.abs(Math.subtractExact(now.getEpochSecond(), seconds)) <= maxAge.toSeconds();
        } catch (NumberFormatException | ArithmeticException noTime) {
            return false;
        }
    }

    private static Arrival forged() {
        return Arrival.refused(Ack.empty(403));
    }
}
