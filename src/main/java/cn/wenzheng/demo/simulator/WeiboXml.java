package cn.wenzheng.demo.simulator;

/** Weibo's callbacks in the form of WeChat's, to which an account can be switched. */
final class WeiboXml {

    private WeiboXml() {}

    static String of(Post post, String receiver) {
        XmlWords xml = new XmlWords()
                .text("ToUserName", receiver)
                .text("FromUserName", post.person())
                .plain("CreateTime", String.valueOf(post.saidAt().getEpochSecond()))
                .text("MsgType", WeiboCaller.type(post));
        switch (WeiboCaller.type(post)) {
            case "mention" ->
                xml.text("SubType", post.is("comment") ? "comment" : "status")
                        .text("Key", String.valueOf(post.id()))
                        .text("Content", post.text());
            case "event" -> xml.text("Event", WeiboCaller.subtype(post)).text("EventKey", "");
            case "position" ->
                xml.plain("Location_X", String.valueOf(post.latitude()))
                        .plain("Location_Y", String.valueOf(post.longitude()))
                        .text("Label", WeiboCaller.words(post));
            case "image" -> xml.text("MediaId", String.valueOf(post.media())).text("Content", WeiboCaller.words(post));
            default -> xml.text("Content", post.text());
        }
        return xml.toString();
    }
}
