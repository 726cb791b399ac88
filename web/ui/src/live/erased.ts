/** What is left of a person or a text that was erased, in words: nothing people write is ever empty. Pure. */
import type { Entity } from "../protocol";
import type { MessageId } from "../text/message-id";

export function worded(entity: Entity, say: (id: MessageId) => string): Entity {
  switch (entity.type) {
    case "participant":
      return entity.name ? entity : { ...entity, name: say("person-erased") };
    case "note":
    case "comment":
    case "remark":
    case "message":
    case "citation":
      return entity.text ? entity : { ...entity, text: say("text-erased") };
  }
  return entity;
}
