package cn.wenzheng.petition.attachment;

import cn.wenzheng.organization.ClosedList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What may be attached to a petition. */
public enum AttachmentType implements ClosedList {
    JPEG("image/jpeg", "jpg", "JPEG 照片", "JPEG picture"),
    PNG("image/png", "png", "PNG 图片", "PNG picture"),
    PDF("application/pdf", "pdf", "PDF 文件", "PDF document");

    /** What a citizen may attach. */
    public static final Set<AttachmentType> PICTURES = EnumSet.of(JPEG, PNG);

    private final String mediaType;
    private final String ending;
    private final Words words;

    AttachmentType(String mediaType, String ending, String zh, String en) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.words = new Words(zh, en);
    }

    static Optional<AttachmentType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** The media type is the code: every reader of JSON knows it already. */
    @Override
    public String code() {
        return mediaType;
    }

    /** The ending of a saved file's name, without the dot. */
    public String ending() {
        return ending;
    }

    public boolean isPicture() {
        return PICTURES.contains(this);
    }

    @Override
    public Words words() {
        return words;
    }
}
