package cn.wenzheng.channel.batch;

import cn.wenzheng.organization.Actor;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The counter of the file import: takes a file, says how far it has come. Operators only. */
@Component
public class BatchDesk {

    /**
     * Keeps the file and has it taken in, from now on whatever happens to this node.
     *
     * @return the import's id
     */
    public String start(MultipartFile file, Import.Mode mode, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** How far an import has come; for others than operators there is none. */
    public Import status(String id, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The imports of the last weeks, newest first, without their rejected rows. */
    public List<Import> recent(Actor actor) {
        throw new UnsupportedOperationException();
    }
}
