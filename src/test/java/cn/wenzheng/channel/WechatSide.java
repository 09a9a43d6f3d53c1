package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** WeChat's encrypted callbacks, sealed and signed by a library that many official accounts use. */
final class WechatSide implements PushSide {

    /** The demo account's; a token is renewed without it. */
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }

    @Override
    public String secret() {
        return "token";
    }

    @Override
    public Key of(Account account) {
        return Key.same(String.valueOf(account.secret(secret())));
    }

    @Override
    public Key fresh() {
        return Key.same("t" + UUID.randomUUID().toString().replace("-", "").substring(0, 30));
    }

    @Override
    public String person(int number) {
        return "oContractOfThePlatform" + number;
    }

    @Override
    public String text() {
        return "text";
    }

    private static String time(Words words) {
        return String.valueOf(words.at().getEpochSecond());
    }

    private static String signed(Words words, Key key) {
        return "timestamp=" + time(words) + "&nonce=nonce1&signature=" + SHA1.gen(key.signs(), time(words), "nonce1");
    }

    @Override
    public Push push(Words words, Key key) {
        String xml = "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[" + words.person()
                + "]]></FromUserName><CreateTime>" + time(words) + "</CreateTime><MsgType><![CDATA[" + words.type()
                + "]]></MsgType><Content><![CDATA[" + words.text() + "]]></Content><MsgId>" + words.id()
                + "</MsgId></xml>";
        String sealed = new WxCryptUtil(key.signs(), AES_KEY, words.to()).encrypt("aaaabbbbccccdddd", xml);
        String body =
                "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[" + sealed + "]]></Encrypt></xml>";
        return Push.post(
                signed(words, key) + "&encrypt_type=aes&msg_signature="
                        + SHA1.gen(key.signs(), time(words), "nonce1", sealed),
                Map.of("Content-Type", "text/xml"),
                body);
    }

    @Override
    public Push verification(Words words, Key key) {
        return new Push("GET", signed(words, key) + "&echostr=%2B7", Map.of(), new byte[0]);
    }

    @Override
    public Push halfVerification(Words words, Key key) {
        return new Push("GET", "echostr=%2B7&nonce=nonce1", Map.of(), new byte[0]);
    }

    @Override
    public boolean isVerified(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().equals("+7");
    }

    @Override
    public boolean isReceived(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().equals("success");
    }

    @Override
    public boolean refusesOld() {
        return false;
    }

    @Override
    public String toString() {
        return "wechat";
    }
}
