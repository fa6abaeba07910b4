using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace SalesBot.Tests.Channels.BotFramework.Authentication;

internal sealed class Environments(string name) : IHostEnvironment
{
    public static Environments Development { get; } = new("Development");

    public static Environments Production { get; } = new("Production");

    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "SalesBot";

    public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
