package cn.wenzheng.petition.attachment;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where new attachments are kept; what is kept already is found either way.
 *
 * @param store in the database or in a folder
 * @param folder only for {@code folder}, and then the same one for all nodes; by default beside the other data
 */
@Validated
@ConfigurationProperties("wenzheng.attachments")
record AttachmentSettings(
        @DefaultValue("database") Store store, @Nullable Path folder) {

    enum Store {
        DATABASE,
        FOLDER
    }
}
