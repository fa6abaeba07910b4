using Microsoft.AspNetCore.Mvc;
using SalesBot.Conversation;
using SalesBot.Files;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Our own Direct Line 3.0 (PROTOCOLS.md B), for the Web Chat page that this service shows in Development.</summary>
internal static class DirectLineRoutes
{
    public const string Base = "/v3/directline";

    /// <summary>The folder keeps the signing key and uploaded files.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, string folder) => services
        .AddSingleton(_ => DirectLineTokens.FromFolder(folder))
        .AddSingleton(new KeptFiles(Path.Combine(folder, "files")))
        .AddSingleton<Bell>()
        .AddSingleton<Transcript>()
        .AddSingleton<Personas>()
        .AddSingleton<PracticeTime>()
        .AddSingleton<PracticeLanguage>()
        .AddSingleton(s => ActivatorUtilities.CreateInstance<BotTurns>(s, (s.GetRequiredService<KeptFiles>(), s.GetRequiredService<FileStore>().Limits)))
        .AddSingleton<IMessenger, DirectLineMessenger>();

    public static void MapDirectLine(this WebApplication app)
    {
        app.UseWebSockets();
        var own = app.MapGroup(Base).AddEndpointFilter<OwnPageOnly>();
        own.MapPost("/tokens/generate", GenerateToken.GenerateAsync);
        own.MapGet("/attachments/{id:guid}/{name}", KeptFiles.Get);
        // Never reached: the filter answers a browser's question for permission.
        own.MapMethods("/{**path}", ["OPTIONS"], (string path) => path);

        var known = own.MapGroup("").AddEndpointFilter<TokenRequired>();
        known.MapPost("/tokens/refresh", GenerateToken.Refresh);
        known.MapPost("/conversations", StartConversation.StartAsync);
        known.MapGet("/conversations/{conversation}", StartConversation.ReconnectAsync);
        known.MapGet("/conversations/{conversation}/activities", GetActivities.HandleAsync);
        known.MapPost("/conversations/{conversation}/activities", PostActivity.HandleAsync);
        known.MapGet("/conversations/{conversation}/stream", ActivityStream.HandleAsync);
        known.MapPost("/conversations/{conversation}/upload", UploadFiles.HandleAsync)
            .WithMetadata(new RequestSizeLimitAttribute(UploadFiles.RequestLimit));
    }
}
