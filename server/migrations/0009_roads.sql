-- Roads: what did not arrive is found without reading every message.

create index chat_message_failed on chat_message (tenant_id, planned_at)
  where direction = 'out' and state in ('failed', 'unknown');
