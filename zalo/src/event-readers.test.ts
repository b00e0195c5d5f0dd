// Names of events that share a reader: none of the documented ones is missing.

import { expect, test } from 'vitest';
import { parseEvent } from './webhook.ts';

const message = { msg_id: 'm', text: 't' };
const documented =
  `user_send_text user_send_image user_send_gif user_send_link user_send_audio user_send_video
  user_send_sticker user_send_location user_send_business_card user_send_file oa_send_text oa_send_image oa_send_gif
  oa_send_list oa_send_file oa_send_sticker oa_send_template anonymous_send_text anonymous_send_image
  anonymous_send_file anonymous_send_sticker oa_send_anonymous_text oa_send_anonymous_image oa_send_anonymous_file
  oa_send_anonymous_sticker user_send_group_text oa_send_group_text create_group user_join_group
  user_request_join_group accept_request_join_group react_request_join_group reject_request_join_group
  add_group_admin remove_group_admin update_group_info user_out_group delete_group`.split(/\s+/);
test('every documented kind of message and of group event has a reader', () => {
  for (const event_name of documented) {
    const body = {
      event_name,
      oa_id: 'o',
      group_id: 'g',
      sender: { id: 'u' },
      recipient: { id: 'o' },
      message,
    };
    expect(parseEvent(Buffer.from(JSON.stringify(body)))).not.toMatchObject({ kind: 'unknown' });
  }
});
