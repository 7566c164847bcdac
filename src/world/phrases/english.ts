import type { Phrases } from './phrases.ts';

export const english: Phrases = {
  openings: {
    praise: [
      'Very good.',
      'Excellent work!',
      'Really happy with this.',
      'Great, as always.',
      'All went well.',
      'Thank you!',
      'Top marks.',
    ],
    mixed: [
      'Mostly fine.',
      'Quite good on the whole.',
      'Good, with room to improve.',
      'It works.',
      'Fairly satisfied.',
      'Decent.',
      'Nearly there.',
    ],
    complaint: [
      'Not good enough.',
      'Disappointing.',
      'I expected more.',
      'Sorry, but no.',
      'This was poor.',
      'We are not happy.',
      'Frustrating.',
    ],
  },
  topics: {
    meeting: {
      praise: [
        'Your salesperson had prepared well.',
        'The meeting gave us ideas we can use.',
        'Someone finally asked about our plans.',
        'The offer fitted our needs exactly.',
      ],
      mixed: [
        'The meeting was useful but a little long.',
        'Good talk, though the follow-up took its time.',
        'Friendly visit; the prices could be clearer.',
      ],
      complaint: [
        'The salesperson knew nothing about our business.',
        'The meeting was a sales pitch and nothing else.',
        'Nobody kept the promises made in the meeting.',
        'The offer came two weeks late and was wrong.',
      ],
    },
    order: {
      praise: [
        'Ordering took a minute.',
        'The order form is clear and quick.',
        'I found every item at once.',
        'The confirmation came straight away.',
      ],
      mixed: [
        'Ordering works, but the search could be better.',
        'The order went through after a second try.',
        'Ordering is fine once you know where things are.',
      ],
      complaint: [
        'The order form lost everything I had entered.',
        'Half of the items were shown as available and were not.',
        'I had to order the same thing three times.',
        'The prices in the order were not the agreed ones.',
      ],
    },
    delivery: {
      praise: [
        'The delivery came on the promised day.',
        'Everything arrived whole and well packed.',
        'The driver called before and was helpful.',
        'We could follow the delivery all the way.',
      ],
      mixed: [
        'The delivery was complete but a day late.',
        'The goods were fine, the packaging less so.',
        'It arrived, only the time window was wide.',
      ],
      complaint: [
        'The delivery was a week late and nobody told us.',
        'Two boxes were missing from the delivery.',
        'The goods arrived damaged.',
        'The driver left the goods in the rain.',
      ],
    },
    support: {
      praise: [
        'Support solved it in one call.',
        'The person in support knew exactly what to do.',
        'I was called back as promised.',
        'Support explained it so that I understood.',
      ],
      mixed: [
        'Support helped in the end, after a transfer.',
        'Good answer, somewhat long wait.',
        'Friendly support; the fix took two attempts.',
      ],
      complaint: [
        'I explained the same problem to four people.',
        'The ticket was closed and the problem is still there.',
        'I waited for an hour and was cut off.',
        'Support read out a manual I had already tried.',
      ],
    },
    invoice: {
      praise: [
        'The invoice was correct and easy to read.',
        'Every line of the invoice could be traced.',
        'A question about the invoice was settled the same day.',
        'Invoicing by our reference works perfectly.',
      ],
      mixed: [
        'The invoice was right but hard to read.',
        'A small error in the invoice, corrected quickly.',
        'Invoicing works; the attachments could be clearer.',
      ],
      complaint: [
        'The invoice was wrong for the third time.',
        'We were charged for goods that never came.',
        'Nobody can explain the fees on the invoice.',
        'A reminder was sent for an invoice we had paid.',
      ],
    },
    store: {
      praise: [
        'The staff in the store took time for me.',
        'The store was tidy and everything was in place.',
        'I got good advice in the store.',
        'The checkout was quick.',
      ],
      mixed: [
        'Nice store, but the queue was rather long.',
        'Good selection, some sizes were sold out.',
        'The store is fine; the signs could be clearer.',
      ],
      complaint: [
        'There was nobody in the store to ask.',
        'The shelf was empty although the web said in stock.',
        'The queue to the checkout did not move.',
        'The staff were busy talking to each other.',
      ],
    },
    web: {
      praise: [
        'The web shop is quick and clear.',
        'I found the product at once on the web.',
        'Paying on the web was simple.',
        'The pictures and sizes matched what came.',
      ],
      mixed: [
        'The web shop works, but the filters are clumsy.',
        'Good shop; paying took a few extra steps.',
        'Fine on a computer, less so on the phone.',
      ],
      complaint: [
        'The web shop froze when I paid.',
        'The product was not what the web page showed.',
        'I could not find how to return things.',
        'The page logged me out again and again.',
      ],
    },
    phone: {
      praise: [
        'My call was answered at once.',
        'The person on the phone was friendly and knew the matter.',
        'One call was enough.',
        'I got a clear answer on the phone.',
      ],
      mixed: [
        'Good help on the phone after some waiting.',
        'Friendly call, but I was transferred once.',
        'The call solved it; the menu before it was long.',
      ],
      complaint: [
        'Forty minutes on hold for nothing.',
        'I was transferred from one to another on the phone.',
        'The promised call back never came.',
        'The person on the phone was rude.',
      ],
    },
    chat: {
      praise: [
        'The chat answered in seconds.',
        'A real person helped me in the chat.',
        'The chat sent me the right link.',
        'I could do it all in the chat.',
      ],
      mixed: [
        'The chat helped, after the robot gave up.',
        'Quick chat, but the answer was rather short.',
        'The chat is handy; I had to explain twice.',
      ],
      complaint: [
        'The chat robot did not understand a word.',
        'The chat closed in the middle of my question.',
        'The chat told me to call, the phone told me to chat.',
        'The chat gave me a wrong answer.',
      ],
    },
    relationship: {
      praise: [
        'It is easy to work with you.',
        'I always know whom to ask.',
        'Things get done without reminding.',
        'Your people know our way of working.',
      ],
      mixed: [
        'Daily work runs well, information could come sooner.',
        'Good people, somewhat slow processes.',
        'It works well when the usual person is there.',
      ],
      complaint: [
        'Everything has to be asked for twice.',
        'Our contact changed three times this year.',
        'Nobody tells us about changes in advance.',
        'Working with you takes too much of our time.',
      ],
    },
    partnership: {
      praise: [
        'Your management listens and acts.',
        'We plan the coming year together.',
        'I see clearly what we get for our money.',
        'The talks with your management were worth the time.',
      ],
      mixed: [
        'A reliable supplier; I would like to see more initiative.',
        'The service is fine, the value should be shown better.',
        'We meet, but seldom about what comes next.',
      ],
      complaint: [
        'I have never met anyone of your management.',
        'Nobody has asked what our business needs.',
        'I do not see what we get for the price.',
        'We are asked for a signature and never for our opinion.',
      ],
    },
  },
  closings: {
    praise: [
      'Keep it up.',
      'I gladly recommend you.',
      'Nothing to add.',
      'It made my day easier.',
      'We will stay with you.',
      'Better than elsewhere.',
      'Just what we needed.',
    ],
    mixed: [
      'A little more speed and it would be great.',
      'Otherwise fine.',
      'I am sure you can do better still.',
      'No big problem.',
      'Next time perhaps a bit smoother.',
      'Still, thanks.',
      'We will see how it goes.',
    ],
    complaint: [
      'We are looking at other suppliers.',
      'Please do something about it.',
      'It cost us time and nerves.',
      'I would not recommend this.',
      'It has been like this for months.',
      'Nobody takes responsibility.',
      'I am still waiting for an answer.',
    ],
  },
};
