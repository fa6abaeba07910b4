using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Server;
using SalesBot.Server.Channels.DirectLine;

var builder = WebApplication.CreateBuilder(args);
var folder = Path.Combine(builder.Environment.ContentRootPath, "data-local");
Directory.CreateDirectory(folder);
builder.Services.AddSalesDb(Path.Combine(folder, "salesbot.db"));
if (builder.Environment.IsDevelopment())
{
    var clock = new PracticeClock(TimeProvider.System);
    builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
    builder.Services.AddDirectLine(Path.Combine(folder, "directline"));
    // Until the turn runner stands behind it: the bot is an echo.
    builder.Services.AddSingleton<TakeTurn>(services => (turn, stop) => services.GetRequiredService<IMessenger>()
        .SendAsync(new Outgoing(turn.From, new RenderedReply(turn.Text ?? turn.Press?.Verb ?? turn.From.UserId), ReplyToId: turn.ActivityId), stop));
}

var app = builder.Build();
await using (var db = app.Services.GetRequiredService<Func<SalesDb>>()())
{
    await db.Database.EnsureCreatedAsync();
}

if (app.Environment.IsDevelopment())
{
    app.MapPractice();
}

await app.RunAsync();
