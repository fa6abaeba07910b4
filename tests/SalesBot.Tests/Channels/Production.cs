using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace SalesBot.Tests.Channels;

/// <summary>An environment in which nothing is only for practice.</summary>
internal sealed class Production : IHostEnvironment
{
    public string EnvironmentName { get; set; } = "Production";

    public string ApplicationName { get; set; } = "";

    public string ContentRootPath { get; set; } = "";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
