/** What the house has learnt: versions of the model, the decisions it learns from, and who trains it. */
@NullMarked
@NamedInterface("model")
package cn.wenzheng.triage.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
