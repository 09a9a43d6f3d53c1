package cn.wenzheng.petition.web;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list: a path, what is asked for by name, and a page counted from 0. */
final class ListAddress {

    private ListAddress() {}

    static String of(String path, Map<String, Object> asked, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        if (page > 0) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
