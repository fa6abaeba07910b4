using SalesBot.Server;
using SalesBot.Server.Channels.DirectLine;

var builder = WebApplication.CreateBuilder(args);
if (builder.Environment.IsDevelopment())
{
    var clock = new PracticeClock(TimeProvider.System);
    builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
    builder.Services.AddDirectLine(Path.Combine(builder.Environment.ContentRootPath, "data-local", "directline"));
}

var app = builder.Build();
if (app.Environment.IsDevelopment())
{
    app.MapPractice();
}

await app.RunAsync();
