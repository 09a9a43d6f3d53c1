package cn.wenzheng.demo.simulator;

/** The flat XML of callbacks: one element a line, words in CDATA. */
final class XmlWords {

    private final String root;
    private final StringBuilder xml = new StringBuilder();

    XmlWords() {
        this("xml");
    }

    XmlWords(String root) {
        this.root = root;
    }

    /** Words as they are; the end of a CDATA section in them is cut in two. */
    XmlWords text(String element, String words) {
        return plain(element, "<![CDATA[" + words.replace("]]>", "]]]]><![CDATA[>") + "]]>");
    }

    XmlWords plain(String element, String value) {
        xml.append('<')
                .append(element)
                .append('>')
                .append(value)
                .append("</")
                .append(element)
                .append(">\n");
        return this;
    }

    @Override
    public String toString() {
        return "<" + root + ">" + xml.toString().strip() + "\n</" + root + ">";
    }
}
