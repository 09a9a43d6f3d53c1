package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Ack;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** An answer to the life account: XML, signed by us over exactly what stands between the tags of the response. */
final class Envelope {

    private Envelope() {}

    /** Empty when the account has no key to sign with. */
    static Optional<Ack> of(String response, Charset charset, Account account) {
        String key = account.secret("app-private-key");
        if (key == null) {
            return Optional.empty();
        }
        try {
            String xml = "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?><alipay><response>" + response
                    + "</response><sign>" + Rsa2.sign(response, key, charset)
                    + "</sign><sign_type>RSA2</sign_type></alipay>";
            return Optional.of(new Ack(200, "text/xml;charset=" + charset.name(), xml.getBytes(charset)));
        } catch (GeneralSecurityException noKey) {
            return Optional.empty();
        }
    }

    /** Our public key, by which Alipay checks what we sign; as it is pasted, without lines around it. */
    static String verified(Account account) {
        String key = account.settings().getOrDefault("app-public-key", "");
        return "<success>true</success><biz_content>" + key.replaceAll("-----[A-Z ]+-----|\\s", "") + "</biz_content>";
    }

    static String notVerified() {
        return "<success>false</success><error_code>VERIFY_FAILED</error_code>";
    }

    static String received(String person, String app, long now) {
        return "<XML><ToUserId><![CDATA[" + person.replace("]]>", "") + "]]></ToUserId><AppId><![CDATA[" + app
                + "]]></AppId><CreateTime>" + now + "</CreateTime><MsgType><![CDATA[ack]]></MsgType></XML>";
    }
}
