using System.CommandLine;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Server.Channels.DirectLine;
using SalesBot.Server.Channels.Feishu;
using SalesBot.Server.Channels.Mail;
using SalesBot.Server.Channels.Slack;
using SalesBot.Server.Channels.WeCom;
using SalesBot.Server.Cli;
using SalesBot.Server.Demo;
using SalesBot.Server.Export;
using SalesBot.Server.Jobs;
using SalesBot.Server.Operation;

namespace SalesBot.Server;

/// <summary>Puts the service together: the product, the channels, the jobs. In Development there is a practice clock and the Web Chat page.</summary>
internal static class Service
{
    /// <summary>Not started yet; <paramref name="environment"/> null is what the machine says; <paramref name="quiet"/> logs nothing, for a verb whose own lines are read.</summary>
    public static WebApplication Build(ParseResult line, string? environment = null, bool quiet = false)
    {
        // The program's own folder holds the pages, the cards and the settings, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = environment });
        var settings = CommonOptions.Over(builder.Configuration, line);
        builder.AddOperation();
        if (quiet)
        {
            builder.Logging.ClearProviders();
        }

        builder.WebHost.UseUrls(settings.Urls);
        Directory.CreateDirectory(settings.Data);
        builder.Services.AddSingleton(settings).AddSalesBot(settings.Connection, Path.Combine(AppContext.BaseDirectory, "cards"), settings.Files());
        builder.Services.AddHostedService<NamePump>().AddHostedService<OutboxPump>().AddSchedule(settings.Connection);
        if (builder.Environment.IsDevelopment())
        {
            var clock = new PracticeClock(Machine.Clock, settings.Now);
            builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
            builder.Services.AddDirectLine(Path.Combine(settings.Data, "directline"));
            builder.Services.AddSingleton<TakeTurn>(Answering).AddSingleton<DemoStory>();
        }
        else
        {
            builder.Services.AddSingleton(Machine.Clock);
        }

        builder.Services.AddSingleton<Download>().AddSingleton<FetchDocument>().AddSingleton<OfferedFiles>();
        builder.Services.AddBotFramework(builder.Configuration).AddMail(builder.Configuration).AddSlack(builder.Configuration).AddFeishu(builder.Configuration).AddWeCom(builder.Configuration)
            .AddDingTalk(builder.Configuration);
        var app = builder.Build();
        app.UsePublicUrl(settings);
        app.MapGet("/export/{token}", (string token, HttpContext http, Download download) => download.GetAsync(token, http));
        app.MapGet("/documents/{token}", (string token, HttpContext http, FetchDocument fetch) => fetch.GetAsync(token, http));
        app.MapLinks();
        app.MapBotFramework();
        app.MapSlack();
        app.MapFeishu();
        app.MapWeCom();
        app.MapDingTalk();
        app.MapOperation();
        if (app.Environment.IsDevelopment())
        {
            app.MapPractice();
        }

        return app;
    }

    private static TakeTurn Answering(IServiceProvider services) => async (turn, stop) =>
    {
        var answer = await services.GetRequiredService<TurnRunner>().RunAsync(turn, stop);
        if (!answer.Repeated)
        {
            await services.GetRequiredService<Outbox>().ReplyAsync(turn, answer.Replies, stop);
        }
    };
}
