package cn.wenzheng.channel.email;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a mail in HTML says, in plain words. Nothing that it points to is ever loaded. */
final class Html {

    /** Where mail programs keep what is answered. */
    private static final String QUOTES =
            "blockquote[type=cite], .gmail_quote, .gmail_quote_container, #isReplyContent, .netease-mail-quote";

    private Html() {}

    /** @param answer true when the mail answers one of ours, which need not be read again */
    static String text(String html, boolean answer) {
        Document page = Jsoup.parse(html);
        page.select("script, style, head, template, noscript, object, iframe").remove();
        if (answer) {
            page.select(QUOTES).remove();
        }
        StringBuilder text = new StringBuilder();
        page.traverse(new Lines(text));
        return text.toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private record Lines(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (node.nameIs("br")) {
                text.append('\n');
            } else if (node.nameIs("li")) {
                newLine();
                text.append("- ");
            } else if (isBlock(node)) {
                newLine();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (isBlock(node)) {
                newLine();
            } else if (node.nameIs("td") || node.nameIs("th")) {
                text.append(' ');
            }
        }

        private static boolean isBlock(Node node) {
            return node instanceof Element element
                    && element.isBlock()
                    && !element.nameIs("td")
                    && !element.nameIs("th");
        }

        private void newLine() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
