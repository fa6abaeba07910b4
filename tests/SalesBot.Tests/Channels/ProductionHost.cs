using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace SalesBot.Tests.Channels;

/// <summary>Anything but Development.</summary>
internal sealed class ProductionHost : IHostEnvironment
{
    public string EnvironmentName { get; set; } = "Production";

    public string ApplicationName { get; set; } = "";

    public string ContentRootPath { get; set; } = "";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
